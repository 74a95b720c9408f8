"""How far people agree: on sentences, on characters, on spans and on the tags of matched spans."""
