"""Where: the places that names mean, from the gazetteer."""
