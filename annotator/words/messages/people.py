"""Who marks: names, colours, and several identities of one person."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "gone.same_person": "That identity was not joined with yours, or it is no longer. Nothing was changed.",
    "gone.reviewers": "That reviewer is not in this library. Nothing was changed.",
    "me.also": "Also me",
    "me.copy": "&Copy",
    "me.copy_id": "Copy my permanent id",
    "me.id": "My permanent id",
    "me.id_about": "The id stays when the name changes. By it colleagues’ libraries know whose claims are yours.",
    "me.machine_unnamed": "A machine without a name ({id})",
    "me.machines": "My machines",
    "me.nobody_else": "Somebody in this library…",
    "me.not_me": "Not me",
    "me.not_me_named": "{name} is not me",
    "me.not_mine": "No longer mine",
    "me.not_mine_named": "{name} is no longer mine",
    "me.somebody": "Somebody in this library who is me too",
    "me.this_is_me": "This is me too",
    "me.this_machine": "this one",
    "reviewer.already_me": "That is you already. Nothing was changed.",
    "reviewer.elsewhere": (
        "{name} works in another library; that work came here in a review file. If {name} is you, "
        "say so in Preferences, under You. Otherwise choose another name."
    ),
    "reviewer.name_taken": (
        "There is somebody called {name} in this library already. Add an initial or a second name, so that "
        "the two of you can be told apart."
    ),
    "reviewer.no_colour": "That is no colour. A colour is written like #4A6FA5.",
    "reviewer.red": "Red is the colour of the pencil. Choose another for yourself.",
    "step.also_me": "{name} is also me",
    "step.not_me": "{name} is not me",
    "who.begun": "A source, evidence or a comment is begun. Add it or empty it before somebody else marks.",
    "who.blue": "Blue",
    "who.colours": "Colours",
    "who.first_time": "Who marks here",
    "who.green": "Green",
    "who.menu": "People who mark here",
    "who.name": "Name to mark under",
    "who.needs_name": "A name is needed.",
    "who.now": "{name} marks now.",
    "who.ochre": "Ochre",
    "who.olive": "Olive",
    "who.own_colour": "A colour of your own",
    "who.plum": "Plum",
    "who.preferences": "&Preferences…",
    "who.rose": "Rose",
    "who.someone": "&Someone else…",
    "who.someone_about": (
        "For somebody else who marks on this machine, in the same library: with a name, a colour and an undo of "
        "their own."
    ),
    "who.someone_title": "Someone else",
    "who.start": "&Start marking",
    "who.stay": "Close this and mark as {name}",
    "who.teal": "Teal",
    "who.that_is_me": "That’s me",
    "who.their_colour": "Colour",
    "who.their_name": "Name",
    "who.violet": "Violet",
    "who.you_mark_as": "You mark as",
}
