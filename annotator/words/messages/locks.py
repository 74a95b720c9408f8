"""Sentences about who may write to a library, and where it lies."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "library.elsewhere": "The library {library} was left open on another computer: {program}, process {pid} on {host}, since {since}. Nothing was changed. Close it there first; with two at work on it, one loses what it writes. If it is not open there any more, because that computer stopped or lost the connection, open it in a window here and choose “Open it anyway”.",
    "library.two_names": "The library {library} in {folder} has a second name on this disk (a hard link). It was not opened, and is as it was: after a power cut a change could be undone under one name and not under the other. Make a copy of the file and open the copy, or delete the other name.",
    "place.network": "This library lies on a network drive ({name}), in {folder}. Not every network drive keeps two computers from writing at once, and a lost connection can damage a library. Open it on one computer at a time, or keep it on a disk of this computer and share review files instead.",
    "place.synchronised": "This library lies in a folder that {name} synchronises: {folder}. Such programs copy the file while it is being written, and may put an older one in its place. Keep the library in another folder, and share review files or backups through this one. Until then close Red Pencil and wait until {name} is done before you open it on another computer.",
    "save.moved": "The library {path} is not there any more: it was moved, renamed or deleted, or another file stands in its place. The change was not saved yet. Put the file back, or save to another place.",
    "save.taken_over": "Another program has taken over this library: {program}, process {pid} on {host}, since {since}. The change was not saved yet. Close the library there, or save to another place.",
}
