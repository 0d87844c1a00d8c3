"""A roster comes in, everybody's handouts go out. A bad row stops nobody else; a killed batch goes on where it was."""
