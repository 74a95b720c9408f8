"""What happens between the widgets and the session, one module for each thing a person does."""
