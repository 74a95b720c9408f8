"""Sentences of the command line and of exports."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "cli.no_screen": "There is no screen here to open a window on. “make tour” plays the window without one; “redpencil --help” lists what works without.",
    "export.done": ("Exported {count} claim to {name}.", "Exported {count} claims to {name}."),
    "export.exists": "{name} is there already and was left as it is. Choose another name, or say --force.",
    "export.no_final": "There is no settled final version yet. Export mine, all, or one reviewer’s claims.",
    "export.replace": "{name} is there already. Replace it?",
    "export.samples_left_out": (
        "{count} sample article was left out; name it to export it.",
        "{count} sample articles were left out; name them to export them.",
    ),
    "tour.not_empty": "There are other files in {folder}. They were left alone; name another folder for the tour.",
    "tour.done": "The tour is over. Its pictures and its export are in {folder}.",
    "sample.unknown": "There is no sample called {name}.",
}
