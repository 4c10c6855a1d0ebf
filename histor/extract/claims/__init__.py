"""Who says what, by which words, and to what effect."""
