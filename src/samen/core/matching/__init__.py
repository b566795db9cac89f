"""Who is the same person: records in, links, entities and their explanation out."""
