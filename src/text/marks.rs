//! Marks of a post: disclosed advertising, first-person purchase, use and possession, promotion codes, complaints.
//!
//! Patterns, in French and English, over folded words; each is a hint that a person checks, never a verdict. A French
//! `j'` counts as the word `je` (`j'ai acheté` is `je ai achete`).

use super::phrases::Says::{self, Feeling, Mark};
use super::tone::Tongue::{English, French};

/// Says itself that it is advertising: `#ad`, `#sponsorisé`, "collaboration commerciale", a product given.
///
/// Disclosure is the law in France (no. 2023-451 of 9 June 2023, article 5), the United Kingdom and the United States.
pub const AD: u8 = 1;
/// The author bought or ordered something: "j'ai acheté", "my order".
pub const PURCHASE: u8 = 1 << 1;
/// "My" before a brand's name, or "my new".
pub const POSSESSION: u8 = 1 << 2;
/// A complaint: "toujours pas reçu", "stopped working", or a word of after-sales in a post of negative tone.
pub const COMPLAINT: u8 = 1 << 3;
/// The author uses or tried something: "j'utilise", "I've been using".
pub const USE: u8 = 1 << 4;
/// Hands out a code or an affiliate link: "code promo", "use my code".
pub const PROMOTION: u8 = 1 << 5;
/// Not kept: a complaint if the post sounds negative.
pub(super) const HINT: u8 = 1 << 7;

/// What a phrase says, and the phrases, one a line; `|` parts words that may stand in one place, `_` is any word.
#[rustfmt::skip]
pub(super) const PHRASES: &[(Says, &str)] = &[
    (Mark(AD), "
        #ad|#sponsorise|#sponsorisee|#sponsored|#sponso|#sponsoredpost|#postsponsorise|#partenariat|#partenariatremunere|#partenariatcommercial|#partenariatpaye|#collaborationcommerciale|#collaborationremuneree|#collabcommerciale|#collabsponsorisee|#paidpartnership|#paidpartner|#paidad|#advertisement|#advertorial|#publicite|#publiredactionnel|#gifted|#giftedproduct|#produitoffert|#produitsofferts|#offertpar|#werbung|#anzeige|#publicidad|#brandpartner
        collaboration|collab commerciale|remuneree|sponsorisee
        partenariat remunere|commercial|sponsorise|paye
        post|article|contenu|video|publication|story sponsorise|sponsorisee
        sponsorise|sponsorisee|sponsored par|by
        paid partnership|promotion|collaboration|ad|advertisement
        sponsored post|content|video
        produit|produits|article|articles offert|offerts par
        gifted by
        m'a|a offert ce|cette|ces produit|produits"),
    (Mark(PROMOTION), "
        code|codes promo|promotionnel|reduction|parrainage
        avec mon|le code
        use|with my code
        use code
        discount|promo|coupon code
        lien affilie|affiliation
        affiliate|referral link
        #codepromo|#affiliate|#affiliatelink"),
    (Mark(PURCHASE), "
        je ai achete|commande|recu|rachete|craque
        je ai _ achete|commande|recu|rachete|craque
        je les|en ai achete|achetes|achetees|commande|commandes|recu|recus
        je viens recevoir|acheter|commander
        je viens de recevoir|acheter|commander|craquer
        je me suis achete|achetee|offert|offerte|commande
        je suis client|cliente
        on a achete|commande|recu
        nous avons achete|commande|recu
        ma|mes commande|commandes|livraison|colis
        mon colis|achat
        mes achats
        client|cliente depuis|fidele
        i bought|ordered|purchased
        i just|finally|recently|already bought|ordered|purchased
        i've|we've bought|ordered|purchased
        i've|we've just|finally|recently|already bought|ordered|purchased
        we bought|ordered|purchased
        just bought|ordered|purchased
        my order|orders|purchase|purchases|delivery
        i'm a _ customer
        loyal customer"),
    (Mark(USE), "
        je utilise|consomme|teste
        je les|la|le utilise|consomme|teste
        je ai teste|essaye|adopte|utilise
        je ai _ teste|essaye|adopte
        je me sers
        on|nous utilise|utilisons
        i|we use
        i always|still|now|only|mostly use
        i'm using
        been using
        i tried|tested
        i've|we've tried|tested"),
    (Mark(POSSESSION), "
        mon|ma|mes|notre|nos nouveau|nouvel|nouvelle|nouveaux|nouvelles
        my|our new|brand-new"),
    (Mark(COMPLAINT), "
        arnaque|arnaques|arnaqueur|arnaqueurs|escroquerie|escrocs|scam|scammers|ripoff
        rip off
        toujours|encore pas recu|recue|livre|livree|rembourse|remboursee
        jamais recu|recue|livre|livree|rembourse|remboursee|ete livre|rembourse
        marche|marchent|fonctionne|fonctionnent pas|plus
        a fuir
        pire service|experience|marque|achat|compagnie
        service client|clients catastrophique|deplorable|inexistant|lamentable|nul|honteux|injoignable|inadmissible|merdique
        remboursez|remboursez-moi moi|nous
        stopped|not|isn't|aren't working
        doesn't|don't|didn't|won't work
        never again
        still|been waiting
        still haven't|not received|arrived
        want|need|demand|give a|my|me refund|money
        want|need|demand my money
        worst customer|service|airline|company|experience|flight|product|brand
        money back"),
    (Mark(HINT), "
        sav|remboursement|rembourser|rembourse|defectueux|defectueuse|reclamation|injoignable|refund|refunded|faulty|defective|complaint|complaints|broken|delayed|cancelled|canceled
        service client|clients|apres-vente
        apres vente
        customer service|support|care
        en panne|retard
        lost my|our
        plus jamais"),
    (Feeling(0, English), "
        kind|sort of
        just enough"),
    (Feeling(0, French), "
        a peine
        a peu pres
        quelque peu"),
    (Feeling(13, French), "
        pas mal
        pas|rien a redire
        bien etre
        rien a dire
        s'il te|vous plait
        te|vous plait"),
    (Feeling(25, French), "
        coup de coeur
        chef oeuvre
        chefs oeuvre|oeuvres
        au top"),
    (Feeling(-20, French), "
        en colere
        laisse a desirer
        rabat joie
        trouble fete
        pot de vin
        ras le bol
        n'importe quoi
        importe quoi"),
    (Feeling(-30, French), "
        fils de pute|chien
        va te faire"),
    (Feeling(-8, French), "pas terrible"),
    (Feeling(30, English), "
        the bomb
        to die for
        beating heart"),
    (Feeling(15, English), "bad ass"),
    (Feeling(-20, English), "
        yeah right
        can't stand
        fed up
        screwed up"),
    (Feeling(-29, English), "broken heart"),
    (Feeling(-15, English), "kiss of death"),
];
