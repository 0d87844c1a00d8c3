"""What practice systems and spreadsheets call the columns of a roster, and their other columns. All folded."""

from __future__ import annotations

import re

# In the order in which they are preferred: only the first that is there is proposed.
FOREIGN: dict[str, tuple[str, ...]] = {
    "routine": (
        *("programme", "program", "exercise programme", "exercise program", "programme name", "program name"),
        *("home programme", "home program", "home exercise programme", "home exercise program", "hep", "protocol"),
        *("exercise plan", "exercise sheet", "handout", "exercises", "plan", "plan name", "routine name", "workout"),
        *("programm", "übungsprogramm", "programa", "programma", "oefenprogramma"),
    ),
    "name": (
        *("client name", "patient name", "full name", "client full name", "patient full name", "name of client"),
        *("name of patient", "client's name", "patient's name", "patient", "customer", "customer name", "member name"),
        *("member", "attendee", "attendee name", "participant", "athlete", "athlete name", "resident", "contact name"),
    ),
    "by": (
        *("practitioner", "practitioner name", "therapist", "therapist name", "clinician", "clinician name"),
        *("physiotherapist", "physio", "osteopath", "chiropractor", "provider", "provider name", "staff member"),
        *("staff member name", "staff name", "staff", "treating practitioner", "trainer", "coach", "instructor"),
        *("seen by", "with", "consultant", "therapeut", "therapeutin", "behandler", "kinésithérapeute"),
        *("fisioterapeuta", "fysiotherapeut"),
    ),
    "start": (
        *("programme start", "program start", "start of programme", "start of program", "first day", "begins"),
        *("start on", "appointment date", "appt date", "appointment", "appointment start", "appointment time"),
        *("date of appointment", "session date", "visit date", "date"),
        *("beginn", "termin", "datum", "fecha", "data"),
    ),
    "review": (
        *("next appointment", "next appointment date", "next appt", "follow up", "follow up date", "follow up on"),
        *("next visit date", "next session", "return date", "recall", "recall date", "review on"),
    ),
    "pseudonym": (
        *("client id", "patient id", "client number", "patient number", "client no", "patient no", "client code"),
        *("patient code", "client ref", "patient ref", "file number", "file no", "chart number", "record number"),
        *("case number", "member id", "id", "reference", "ref"),
    ),
    "copies": ("number of copies", "no of copies"),
}
# Two columns that make a name together.
GIVEN = (
    "first name",
    "given name",
    "given names",
    "forename",
    "forenames",
    "client first name",
    "patient first name",
    "vorname",
    "prénom",
    "nombre",
    "nome",
    "voornaam",
)
FAMILY = (
    *("last name", "surname", "family name", "client last name", "patient last name", "client surname"),
    *("patient surname", "nachname", "nom", "apellidos", "apellido", "cognome", "achternaam"),
)
# What is named so is no person.
_NAMES_OF_THINGS = re.compile(
    r"\b(practice|business|company|clinic|location|site|service|treatment|type|item|product|street|file|user|group|"
    r"insurer|insurance|fund|employer|organi[sz]ation|school|club|team|event|class|course|room|resource|campaign|domain"
    r"|programme|program|plan|routine|exercise)('s)? names?$"
)
_NAME = re.compile(
    r"\b(names?|surnames?|forenames?|first ?names?|last ?names?|nicknames?|known as|next of kin|vorname|nachname"
    r"|pr[eé]nom|apellidos?|nombre|cognome|achternaam|voornaam|initials|alias(es)?)\b"
    r"|^(client|patient|customer|member|attendee|participant|resident|guardian|parent|carer|mother|father|spouse"
    r"|emergency contact|contact|nom|nome|naam|navn|namn)$"
)
# Columns that exports have and rosters do not: no slips of the pen, and no names.
_OTHERS = frozenset(
    "age,site,dob,date of birth,birth date,birthday,birthdate,sex,gender,gender identity,pronouns,title,"
    "salutation,mobile,mobile phone,mobile number,phone,phone number,phone numbers,telephone,home phone,"
    "work phone,fax,email,e mail,email address,address,address 1,address 2,address 3,address line 1,"
    "address line 2,address line 3,street,suburb,town,city,state,county,region,postcode,post code,zip,"
    "zip code,postal code,country,occupation,employer,status,appointment type,appointment status,type,"
    "service,treatment,duration,length,time,start time,end time,end,finish,location,branch,room,"
    "invoice,invoice number,balance,amount,price,fee,paid,payment,insurer,insurance,medicare,"
    "nhs number,medicare number,diagnosis,condition,body part,referral source,referrer,referring doctor,"
    "gp,doctor,created,created at,updated,updated at,last visit,last appointment,first visit,archived,"
    "tags,category,colour,consent,arrived,cancelled,no show,reminder,reminders,problem,comments,"
    "comment,notes".split(",")
)


def is_namelike(head: str) -> bool:
    """Whether a folded head most likely stands over names of people."""
    return head not in _OTHERS and not _NAMES_OF_THINGS.search(head) and _NAME.search(head) is not None


def is_usual(head: str) -> bool:
    """Whether a folded head is one that exports have, and no roster."""
    return head in _OTHERS or _NAMES_OF_THINGS.search(head) is not None


_KNOWN = frozenset((*GIVEN, *FAMILY, *(head for heads in FOREIGN.values() for head in heads)))


def is_head(head: str) -> bool:
    """Whether a folded text is what people write over a column."""
    return head in _KNOWN or head in _OTHERS or is_namelike(head)
