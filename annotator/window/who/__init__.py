"""Who marks: the first time somebody is asked, and several people of one machine."""
