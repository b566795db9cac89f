"""How much each feature of a number weighs for its being an indicator, as log odds.

Fitted by `./samen bench indicator_weights --write` to the letters and passages whose truth may be
read (ridge); those that are held out had no part in it.
"""

from samen.core.reading.weighing import weights_in

WEIGHTS = weights_in("""
(bias)=0.45 aims=0.79 alone=-1.78 average=1.84 before_in=0.84 before_participle=-1.06
before_van=0.93 behind_article=-0.12 behind_in=0.99 behind_label=-0.41 behind_met=-1.36
behind_om=0.08 behind_op=-0.23 behind_preposition=-0.29 behind_preposition_and_article=-0.92
behind_verb=0.51 bracket_behind=-0.06 cases=0.42 comma_behind=0.26 counted=2.28 counts=0.17
day=-1.24 is_now=0.37 length_of_time=-1.50 list_item=0.70 no_time=-0.68 obliges=1.06
one_beside=-0.27 opens=-1.06 part_of_before=1.55 part_of_behind=0.66 past=1.02 percent=2.66
persons=-0.23 plans=-1.01 plural=-0.22 sentence_counts=1.02 share_of=-1.04 short=0.66
some_of_a_whole=1.12 thousands=1.27 to_19=0.16 to_1=-0.76 to_2=-1.93 to_5=-1.08 to_999=1.85
to_99=0.87 to_9=-0.39 told_around=0.93 told_before=1.94
""")
