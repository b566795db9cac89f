"""How much each feature of a number weighs for its being an indicator, as log odds.

Fitted by `./samen bench indicator_weights --write` to the letters and passages whose truth may be
read (ridge); those that are held out had no part in it.
"""

from samen.core.reading.weighing import weights_in

WEIGHTS = weights_in("""
(bias)=0.55 aims=1.01 alone=-1.56 average=1.89 before_in=0.92 before_participle=-1.39
before_van=0.66 behind_article=-0.05 behind_in=0.71 behind_label=-0.24 behind_met=-1.49
behind_om=0.11 behind_op=-0.24 behind_preposition=-0.62 behind_preposition_and_article=-1.36
behind_verb=0.48 bracket_behind=0.04 cases=0.43 comma_behind=0.02 counted=2.07 counts=0.24
day=-1.05 is_now=0.52 length_of_time=-1.78 list_item=1.04 no_time=-0.75 obliges=0.90
one_beside=-0.17 opens=-1.13 part_of_before=1.25 part_of_behind=0.91 past=0.99 percent=2.74
persons=-0.41 plans=-0.91 plural=0.20 sentence_counts=1.10 share_of=-0.74 short=0.39
some_of_a_whole=1.24 thousands=1.39 to_1=-1.22 to_19=0.38 to_2=-2.22 to_5=-1.01 to_9=-0.07
to_99=1.12 to_999=1.63 told_around=0.52 told_before=1.70
""")
