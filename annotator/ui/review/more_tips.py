"""What the further measures mean, each in a sentence: they are extras, the table's own figures come first."""

from __future__ import annotations

TIPS = {
    "Scott's pi": "Agreement beyond chance, where chance is what both coders' coding together gives.",
    "Brennan-Prediger": "Agreement beyond chance, where every code there is, used or not, is as likely as any other.",
    "Gwet AC1": "Agreement beyond chance, where chance is small while nearly everything is coded alike. With a code "
    "that is rare it is close to percent agreement, and as little a headline.",
    "Conger": "Cohen's kappa for three coders and more: chance is the mean over the pairs of coders.",
    "u-alpha": "Alpha over the whole text: on where passages are and which code they have.",
    "cu-alpha": "Of what both coded with a code of this family: on which code it is. The coverage says how much of the "
    "coded text that is.",
    "(k)u-alpha": "Of what both coded with a code of this family: on this code against the others.",
    "Set-valued alpha (MASI)": "Over all codes at once: for each sentence the sets of codes are compared, with part of "
    "the credit where they overlap.",
    "P(alpha < .667)": "In how many of the draws alpha lies below .667, the first of Krippendorff's lines.",
    "P(alpha < .800)": "In how many of the draws alpha lies below .800, the second of Krippendorff's lines.",
    "Mean of kappas": "An extra only: it gives a code used twice the same weight as one used two hundred times.",
}


def more_tip(name: str) -> str:
    """Return what a measure means; a name may go on after the measure's own, as in `(k)u-alpha, G3`."""
    return next((told for known, told in TIPS.items() if name.startswith(known)), "")
