"""What a file says about itself in, its metadata objects out: XMP, information dictionary, output intent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.output.colourspace import srgb_profile
from generator.output.objects import ObjectFile
from generator.output.syntax import date_string, deflated, stream, text_string

_MAKER = "handouts"

# What XML 1.0 cannot hold even when it is escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# The standard library has an `escape`, but its import costs as much time as writing five files.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

_NAMESPACES = (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
)

# PDF/A knows no PDF/UA: a schema from outside must be described in the file itself (ISO 19005-2, 6.6.2.3).
_ARCHIVE = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Imprint:
    """`created` is a date of the content, not of the run; `archive` claims PDF/A-2a as well; `duplex` asks for it."""

    title: str
    language: str
    created: date
    author: str = ""
    subject: str = ""
    keywords: str = ""
    archive: bool = False
    duplex: bool = False


def xmp(imprint: Imprint) -> bytes:
    """The metadata packet: who reads it is told first that this file is PDF/UA-1."""

    def words(text: str) -> str:
        return _NOT_XML.sub("\ufffd", text).translate(_ESCAPES)

    def alternatives(tag: str, text: str) -> str:
        return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{words(text)}</rdf:li></rdf:Alt></{tag}>'

    moment = f"{imprint.created.isoformat()}T00:00:00Z"
    parts = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        f'<rdf:Description rdf:about=""{_NAMESPACES}>',
        "<pdfuaid:part>1</pdfuaid:part>",
        alternatives("dc:title", imprint.title),
        f"<dc:language><rdf:Bag><rdf:li>{words(imprint.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<dc:creator><rdf:Seq><rdf:li>{words(imprint.author)}</rdf:li></rdf:Seq></dc:creator>" * bool(imprint.author),
        alternatives("dc:description", imprint.subject) * bool(imprint.subject),
        f"<pdf:Keywords>{words(imprint.keywords)}</pdf:Keywords>" * bool(imprint.keywords),
        f"<pdf:Producer>{_MAKER}</pdf:Producer><xmp:CreatorTool>{_MAKER}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        "</rdf:Description>",
        _ARCHIVE * imprint.archive,
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
    ]
    return stream("\n".join(part for part in parts if part).encode("utf-8"), b"/Type/Metadata/Subtype/XML")


def information(imprint: Imprint) -> bytes:
    """The older dictionary that says the same; readers still look there."""
    moment = date_string(imprint.created)
    entries = [b"/Title" + text_string(imprint.title)]
    for key, text in (("Author", imprint.author), ("Subject", imprint.subject), ("Keywords", imprint.keywords)):
        if text:
            entries.append(b"/%b%b" % (key.encode("ascii"), text_string(text)))
    maker = text_string(_MAKER)
    entries.append(b"/Creator%b/Producer%b/CreationDate%b/ModDate%b" % (maker, maker, moment, moment))
    return b"<<%b>>" % b"".join(entries)


def output_intents(file: ObjectFile) -> bytes:
    """The catalogue's entry that ties colours to sRGB."""
    profile = file.add(deflated(srgb_profile(), b"/N 3"))
    return (
        b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        b"/DestOutputProfile %d 0 R>>]" % profile
    )


def viewer_preferences(imprint: Imprint) -> bytes:
    """The title in the window, and printing at the size it was laid out in."""
    duplex = b"/Duplex/DuplexFlipLongEdge" if imprint.duplex else b""
    return b"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None%b>>" % duplex
