"""How much each feature of a clause weighs for its being an action, as log odds.

Fitted by `./samen bench weights --write` to the letters whose truth may be read, and held to
weights that were set by hand (ridge); the letters that are held out had no part in it.
"""

from samen.core.reading.weighing import weights_in

WEIGHTS = weights_in("""
(bias)=-2.76 about_letter=-2.85 absent=-1.11 ahead=1.52 asks=-2.38 bare=-1.14 condition=-1.35
count=-2.02 finding=-2.31 footnote=-2.03 form_active=3.23 form_aim=0.76 form_intended=2.40
form_needed=0.39 form_passive=2.50 form_past=0.98 form_perfect=2.59 form_possible=0.21
form_relative=0.65 form_subordinate=0.59 has_done=0.70 law_text=-1.09 list_item=1.56 money=-1.12
motion=-1.70 motion_row=-1.58 name_acts=0.61 names_actor=0.77 now=0.60 ours_acts=2.14
outside_acts=-0.28 partner_acts=0.85 partnered=0.98 past_acts=0.67 phrase=2.53
phrase_with_verb=1.81 planning_row=1.53 pronoun_acts=0.65 proposed=1.60 ready=1.26
reasoning=-1.12 result=0.89 same_subject=1.16 second_verb=0.20 settled=-1.64
some_participle=0.36 stance=-1.78 status_row=2.57 stopped=2.55 sum=-2.42 time=0.37 title=-2.75
wish=-1.37 writer_acts=1.06
""")
