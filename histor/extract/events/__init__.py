"""What happened: the words of deeds, their types, who did them to whom, and what names none."""
