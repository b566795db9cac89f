"""How much each feature of a clause weighs for its being an action, as log odds.

Fitted by `./samen bench weights --write` to the letters whose truth may be read, and held to
weights that were set by hand (ridge); the letters that are held out had no part in it.
"""

from samen.core.reading.weighing import weights_in

WEIGHTS = weights_in("""
(bias)=-3.04 about_letter=-2.98 absent=-1.20 ahead=1.50 asks=-2.58 bare=-1.55 condition=-0.14
count=-2.45 finding=-2.04 footnote=-2.82 form_active=3.14 form_aim=1.59 form_intended=3.08
form_needed=0.99 form_passive=2.88 form_past=1.16 form_perfect=2.61 form_possible=0.34
form_relative=0.76 form_subordinate=0.94 has_done=0.65 law_text=-0.81 list_item=1.28 money=-0.62
motion=-2.05 motion_row=-0.76 name_acts=0.68 names_actor=0.98 now=0.62 ours_acts=2.10
outside_acts=0.15 partner_acts=0.52 partnered=1.78 past_acts=0.20 phrase=2.61
phrase_with_verb=1.70 planning_row=1.46 pronoun_acts=0.97 proposed=2.55 ready=1.61
reasoning=-1.82 result=0.36 same_subject=1.21 second_verb=0.21 settled=-0.46
some_participle=0.74 stance=-1.13 status_row=1.81 stopped=2.24 sum=-1.88 time=0.51 title=-2.00
wish=-1.08 writer_acts=0.90
""")
