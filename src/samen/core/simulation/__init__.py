"""An invented nation with known truth: any size, any seed, nothing kept in memory.

Who a person is follows from the seed and the number of the person alone, and what a partner
wrote down from the seed and the number of the record (`chance`). So each part can be made
again at any moment, in pieces of any size, and the bytes stay the same.

    world = read_world(files)                            lists and shares, from data/simulation
    nation = Nation(world, seed, persons)                which year has how many of what kind
    model = error_model(world, "typical")                how often partners err
    for written in registrations(nation, model):         what partners wrote down, in pieces
        records, truth = linkage_records(nation, written)
        rows = victim_rows(nation, written)              the same as partners' files have it
    other_rows(nation, model)                            suspects, and what belongs to cases

Assumptions: the rates of errors are ours, not measured at a partner; partners register one
another's cases more often than chance only where `captures.csv` says so; a person comes back
in the next year at most once. Nobody in it exists.
"""
