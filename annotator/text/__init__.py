"""What a string is: canonical form, offsets, words, sentences, anchors. Pure functions on code points."""
