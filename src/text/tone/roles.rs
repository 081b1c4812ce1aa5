//! Words that change what the words around them say: negations, intensifiers, "but".
//!
//! The lists of VADER and vaderSentiment-fr, folded, with the French additions that its rules need (`ne`, pronouns,
//! `aucun`); the words of several words (`kind of`, `à peine`) are phrases.

/// What a word does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    #[default]
    None,
    /// "very", "très".
    Boost,
    /// "slightly", "plutôt".
    Damp,
    /// "not", "sans", "aucun": turns what follows.
    Negate,
    /// "no": a negation, or a word of its own.
    No,
    /// "never", which before "so" or "this" praises.
    Never,
    /// "so": also an intensifier.
    So,
    /// "this".
    This,
    /// "without", which does not turn "doubt".
    Without,
    /// "doubt".
    Doubt,
    /// "or".
    Or,
    /// "nor": a negation too.
    Nor,
    /// "but", "mais": what follows counts more.
    But,
    /// "least", which turns what follows, but not in "at least".
    Least,
    /// "at", before "least".
    At,
    /// "very": an intensifier, and before "least".
    Very,
    /// "ne": announces a negation.
    Ne,
    /// "pas", "jamais", "rien": turns its verb, or else what follows.
    Pas,
    /// "plus": a negation after "ne", else an intensifier.
    Plus,
    /// "je", "on", "ça": what follows is a verb.
    Subject,
}

/// How much an intensifier adds, on VADER's scale of valences.
pub(super) const BOOST: f64 = 0.293;

/// Intensifiers that say something themselves where they intensify nothing: "c'est super".
pub const FELT: &str =
    "super extra exceptionnel exceptionnelle exceptionnels exceptionnelles exceptional incredible tremendous";

/// "My" in both languages.
pub const POSSESSIVES: &str = "my our mon ma mes notre nos";

/// English.
pub const ENGLISH: &[(Role, &str)] = &[
    (
        Role::Boost,
        "absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously \
         entirely especially exceptional exceptionally extreme extremely fabulously flipping flippin frackin fracking \
         fricking frickin frigging friggin fully fuckin fucking fuggin fugging greatly hella highly hugely incredible \
         incredibly intensely major majorly more most particularly purely quite really remarkably substantially \
         thoroughly total totally tremendous tremendously uber unbelievably unusually utter utterly",
    ),
    (
        Role::Damp,
        "almost barely hardly kinda kindof less little marginal marginally occasional occasionally partly scarce \
         scarcely slight slightly somewhat sorta sortof",
    ),
    (
        Role::Negate,
        "aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont \
         hadnt hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt \
         needn't none nope not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't \
         wasn't weren't wont wouldnt won't wouldn't rarely seldom despite",
    ),
    (Role::No, "no"),
    (Role::Never, "never"),
    (Role::So, "so"),
    (Role::This, "this"),
    (Role::Without, "without"),
    (Role::Doubt, "doubt"),
    (Role::Or, "or"),
    (Role::Nor, "nor"),
    (Role::But, "but"),
    (Role::Least, "least"),
    (Role::At, "at"),
    (Role::Very, "very"),
];

/// French.
pub const FRENCH: &[(Role, &str)] = &[
    (
        Role::Boost,
        "absolument ainsi archi beaucoup bigrement bougrement carrement completement considerablement davantage \
         diablement diantrement divinement drolement delicieusement entierement exceptionnel exceptionnelle \
         exceptionnellement exceptionnelles exceptionnels excessivement extra extreme extremement fabuleusement \
         fichtrement fort forte fortes forts grandement hyper impeccablement incroyablement infiniment joliment \
         merveilleusement prodigieusement profondement rudement sacrement specialement sublimement super superbement \
         tant tellement terriblement totalement trop tres ultra vachement vraiment enormement",
    ),
    (
        Role::Damp,
        "approximativement assez difficilement environ insuffisament insuffisamment juste leger legers legere \
         legerement legeres moins peu plutot presque quasi quasiment quelque rare rarement",
    ),
    (Role::Negate, "aucun aucune aucunement nullement sans ni guere"),
    (Role::Pas, "pas jamais rien"),
    (Role::Plus, "plus"),
    (Role::Ne, "ne"),
    (Role::But, "mais"),
    (Role::Subject, "je tu il elle on ca ils elles nous vous y ce cela"),
];
