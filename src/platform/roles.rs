//! What a column can mean, and the words by which columns say it.

use unicode_normalization::UnicodeNormalization;

/// What a value is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Field {
    Author,
    AuthorId,
    AuthorName,
    Text,
    Time,
    TimeOfDay,
    PostId,
    Kind,
    IsRepost,
    IsQuote,
    IsReply,
    Likes,
    Reposts,
    Replies,
    Quotes,
    Views,
    Saves,
    Clicks,
    Followers,
    Following,
    PostsTotal,
    Verified,
    Bio,
    Lang,
    Url,
    Mentions,
    MentionIds,
    Platform,
    CollectedAt,
    Source,
    Target,
    Weight,
    Layer,
    Directed,
    Ignored,
}

/// How many fields there are.
pub const FIELDS: usize = Field::Ignored as usize + 1;

impl Field {
    /// Whether its values are counts.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Field::Likes
                | Field::Reposts
                | Field::Replies
                | Field::Quotes
                | Field::Views
                | Field::Saves
                | Field::Clicks
                | Field::Followers
                | Field::Following
                | Field::PostsTotal
                | Field::Weight
        )
    }

    /// Whether its values are moments.
    pub fn is_time(self) -> bool {
        matches!(self, Field::Time | Field::CollectedAt)
    }
}

/// Which post of a row a value is about: the row's own, or the one it re-shares, quotes or answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Side {
    /// The row's own post.
    Row,
    /// The post it re-shares.
    Repost,
    /// The post it quotes.
    Quote,
    /// The post it answers.
    Reply,
    /// The post it refers to, in whichever way.
    Any,
}

/// How many sides there are.
pub const SIDES: usize = 5;

/// The role of a column.
pub type Role = (Side, Field);

/// A column that is left alone.
pub const IGNORED: Role = (Side::Row, Field::Ignored);

const CODES: &[(&str, Role)] = {
    use Field::*;
    use Side::*;
    &[
        ("author", (Row, Author)),
        ("author_id", (Row, AuthorId)),
        ("author_name", (Row, AuthorName)),
        ("text", (Row, Text)),
        ("time", (Row, Time)),
        ("time_of_day", (Row, TimeOfDay)),
        ("post_id", (Row, PostId)),
        ("kind", (Row, Kind)),
        ("is_repost", (Row, IsRepost)),
        ("is_quote", (Row, IsQuote)),
        ("is_reply", (Row, IsReply)),
        ("likes", (Row, Likes)),
        ("reposts", (Row, Reposts)),
        ("replies", (Row, Replies)),
        ("quotes", (Row, Quotes)),
        ("views", (Row, Views)),
        ("saves", (Row, Saves)),
        ("clicks", (Row, Clicks)),
        ("followers", (Row, Followers)),
        ("following", (Row, Following)),
        ("posts_total", (Row, PostsTotal)),
        ("verified", (Row, Verified)),
        ("bio", (Row, Bio)),
        ("lang", (Row, Lang)),
        ("url", (Row, Url)),
        ("mentions", (Row, Mentions)),
        ("mention_ids", (Row, MentionIds)),
        ("platform", (Row, Platform)),
        ("collected_at", (Row, CollectedAt)),
        ("source", (Row, Source)),
        ("target", (Row, Target)),
        ("weight", (Row, Weight)),
        ("layer", (Row, Layer)),
        ("directed", (Row, Directed)),
        ("ignored", (Row, Ignored)),
        ("repost_of", (Repost, Author)),
        ("repost_of_id", (Repost, AuthorId)),
        ("repost_of_post", (Repost, PostId)),
        ("quote_of", (Quote, Author)),
        ("quote_of_id", (Quote, AuthorId)),
        ("quote_of_post", (Quote, PostId)),
        ("reply_to", (Reply, Author)),
        ("reply_to_id", (Reply, AuthorId)),
        ("reply_to_post", (Reply, PostId)),
        ("ref_author", (Any, Author)),
        ("ref_author_id", (Any, AuthorId)),
        ("ref_author_name", (Any, AuthorName)),
        ("ref_post", (Any, PostId)),
        ("ref_text", (Any, Text)),
        ("ref_time", (Any, Time)),
        ("ref_likes", (Any, Likes)),
        ("ref_reposts", (Any, Reposts)),
        ("ref_followers", (Any, Followers)),
        ("ref_following", (Any, Following)),
        ("ref_posts_total", (Any, PostsTotal)),
        ("ref_verified", (Any, Verified)),
        ("ref_bio", (Any, Bio)),
    ]
};

/// The stable code of a role.
pub fn code(role: Role) -> &'static str {
    let find = |role: Role| CODES.iter().find(|(_, r)| *r == role).map(|(code, _)| *code);
    find(role).or_else(|| find((Side::Any, role.1))).unwrap_or("ignored")
}

/// The role of that code.
pub fn from_code(code: &str) -> Option<Role> {
    CODES.iter().find(|(c, _)| *c == code).map(|(_, role)| *role)
}

/// Letters and digits of a column's name, lower case, without accents: `J’aime` and `jaime` are one word.
pub fn squeeze(name: &str) -> String {
    let name = match name.rfind(" (") {
        Some(at)
            if name.ends_with(')') && name[at + 2..name.len() - 1].bytes().all(|b| b.is_ascii_digit()) =>
        {
            &name[..at]
        }
        _ => name,
    };
    if name.is_ascii() {
        return name
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|b| b.to_ascii_lowercase() as char)
            .collect();
    }
    name.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Words for each role, the surest first. Squeezed: lower case, no accents, letters and digits only.
const WORDS: &[(Role, &str)] = {
    use Field::*;
    use Side::*;
    &[
        (
            (Row, Author),
            "screenname username userscreenname authorusername authorhandle accountusername fromusername fromuser \
             handle twitterscreenname usernames author auteur autor autora verfasser pseudo pseudonyme benutzername \
             nutzername nomdutilisateur nomutilisateur usuario utilisateur user influencer influenceur influenceuse \
             account compte cuenta conta konto from extraauthorattributesshortname extraauthorattributesname name nom nombre nome",
        ),
        (
            (Row, AuthorId),
            "authorid userid useridstr fromuserid fromuseridstr idcompte compteid idauteur accountid authorchannelid \
             channelid twitterauthorid twitterid facebookid extraauthorattributesid",
        ),
        (
            (Row, AuthorName),
            "authorname fullname authorfullname authorfull userdisplayname displayname authordisplayname nomcomplet \
             nomaffiche nombrecompleto channeltitle titlechannel channelname pagename name nom nombre nome account author influencer",
        ),
        (
            (Row, Text),
            "fulltext tweettext posttext text tweet body content message hitsentence texte contenu texto contenido \
             mensaje conteudo mensagem inhalt nachricht caption legende snippet openingtext title titre titlevideo \
             description",
        ),
        (
            (Row, Time),
            "createdat timestamputc datetime timestamp postcreated publishedat publishedatvideo tweetcreated \
             unixtimestamp createdtime createdutc date dateutc datecreated published publisheddate publishdate postdate posteddate \
             publicationdate datedepublication datepublication dateheure horodatage fecha data datum time \
             postcreateddate epoch",
        ),
        ((Row, TimeOfDay), "heureutc0 heureutc heure time posttime postcreatedtime hora uhrzeit"),
        (
            (Row, PostId),
            "statusid tweetid idtweet idstr postid idpost videoid messageid itemid commentid documentid id",
        ),
        (
            (Row, Kind),
            "type kind tweettype posttype threadentrytype engagementtype typedepost typepost typedetweet tipo art",
        ),
        ((Row, IsRepost), "isretweet isrepost isrt isreblog isshare estretweet estunretweet"),
        ((Row, IsQuote), "isquote isquotetweet isquotestatus"),
        ((Row, IsReply), "isreply iscomment estreponse"),
        (
            (Row, Likes),
            "likecount likes favoritecount favorites favourites favouritecount likescount nblikes nombredelikes \
             numlikes diggcount jaime mentionsjaime nbjaime publicmetricslikecount twitterlikes instagramlikes \
             articleextendedattributestwitterlikes facebooklikes megusta gefalltmir curtidas reactions reactioncount",
        ),
        (
            (Row, Reposts),
            "retweetcount retweets repostcount reposts repartages sharecount shares sharescount reblogscount \
             reblogcount partages nbretweets nbpartages publicmetricsretweetcount twitterretweets \
             articleextendedattributestwitterretweets facebookshares compartidos geteilt compartilhamentos",
        ),
        (
            (Row, Replies),
            "replycount replies commentcount comments commentscount numcomments commentaires nbcommentaires reponses \
             publicmetricsreplycount twitterreplycount articleextendedattributestwitterreplies comentarios respuestas \
             kommentare antworten respostas",
        ),
        ((Row, Quotes), "quotecount quotes citations publicmetricsquotecount citas zitate citacoes"),
        (
            (Row, Views),
            "views viewcount viewscount viewcountvideo impressions impressioncount plays playcount vues nbvues \
             postviews totalviews publicmetricsimpressioncount articleextendedattributestwitterimpressions vistas \
             visualizaciones aufrufe visualizacoes",
        ),
        (
            (Row, Saves),
            "saves savecount bookmarks bookmarkcount publicmetricsbookmarkcount enregistrements sauvegardes \
             collectcount guardados salvos",
        ),
        ((Row, Clicks), "clicks linkclicks postlinkclicks clics klicks cliques"),
        (
            (Row, Followers),
            "followers followerscount followercount followersatposting userfollowers userfollowerscount \
             fromuserfollowercount authorfollowers authorfollowerscount authorpublicmetricsfollowerscount \
             accountfollowers followersnumbers subscribers subscriberscount subscribercount abonnes nbabonnes \
             nombredabonnes twitterfollowers instagramfollowers sourceextendedattributestwitterfollowers seguidores \
             abonnenten fans",
        ),
        (
            (Row, Following),
            "following followingcount friendscount userfriendscount fromuserfriendcount userfriends \
             authorpublicmetricsfollowingcount abonnements twitterfollowing siguiendo seguindo",
        ),
        (
            (Row, PostsTotal),
            "statusescount tweetcount tweetscount authorpublicmetricstweetcount postscount nbposts twittertweets \
             publications",
        ),
        ((Row, Verified), "verified userverified authorverified twitterverified verifie certifie verificado"),
        (
            (Row, Bio),
            "bio biographie biography userdescription authordescription authorbio userbio twitterbio \
             extraauthorattributesdescription description",
        ),
        ((Row, Lang), "lang language langue languageguess languages idioma sprache lingua"),
        ((Row, Url), "statusurl posturl tweeturl tweetlink url permalink link lien enlace"),
        (
            (Row, Mentions),
            "mentionsscreenname mentionednames mentionedusers mentionedusernames mentionedauthors entitiesmentions \
             mentions usertags comptesmentionnes menciones",
        ),
        ((Row, MentionIds), "mentionsuserid mentionedids"),
        (
            (Row, Platform),
            "platform plateforme network reseau reseausocial socialnetwork sourceplatform plattform plataforma red",
        ),
        (
            (Row, CollectedAt),
            "collectedat retrievedat twarcretrievedat timestampcollected scrapedat datedecollecte",
        ),
        (
            (Row, Source),
            "source sourceid src sourcenode fromnodeid from actor acteur usera id1 node1 vertex1 sender expediteur \
             origine quelle origen follower",
        ),
        (
            (Row, Target),
            "target targetid dst targetnode tonodeid to cible userb id2 node2 vertex2 receiver recipient destinataire \
             ziel destino followed followee",
        ),
        ((Row, Weight), "weight edgeweight poids peso gewicht strength"),
        ((Row, Layer), "relationship relation interaction edgetype layer label type"),
        (
            (Repost, Author),
            "retweetofauthor retweeteduser retweetedusername retweetscreenname retweeteduserscreenname retweetedscreenname retweetof \
             twitterretweetof repostof repostofauthor retweetedauthor retweetedfrom retweetuser retweetde partagede \
             authorforwardedfromusername forwardedfrom",
        ),
        ((Repost, AuthorId), "retweeteduserid retweetuserid authorforwardedfromid"),
        (
            (Repost, PostId),
            "retweetedid retweetstatusid retweetedstatusid retweetid retweetedtweetid referencedtweetsretweetedid \
             repostid",
        ),
        (
            (Quote, Author),
            "quoteofauthor quoteauthor quoteduser quotedusername quotedscreenname quotedauthor quoteduserscreenname \
             quoteof citationde",
        ),
        ((Quote, AuthorId), "quoteduserid"),
        (
            (Quote, PostId),
            "quotedid quotedstatusid quotetweetid quotedtweetid quotedpost referencedtweetsquotedid",
        ),
        (
            (Reply, Author),
            "replytoauthor inreplytoscreenname inreplytousername replytoscreenname replytousername inreplytouser \
             replytouser repliedauthor replieduser repliedtouser tousername twitterreplyto enreponsea reponsea \
             isreplytoname inreplyto replyto",
        ),
        ((Reply, AuthorId), "inreplytouserid inreplytouseridstr replytouserid touserid"),
        (
            (Reply, PostId),
            "inreplytostatusid inreplytostatusidstr replytostatusid inreplytotweetid inreplytoid totweetid isreplyto \
             repliedtopost referencedtweetsrepliedtoid parentpostid parentid",
        ),
        (
            (Any, PostId),
            "referencedtweetid referencedpostid postdorigine idpostdorigine iddupostdorigine publicationdorigine",
        ),
        ((Any, Author), "referencedtweetauthorusername referencedtweetauthor parentpostauthor"),
        ((Any, AuthorId), "referencedtweetauthorid"),
        ((Any, AuthorName), "referencedtweetauthorname"),
        ((Any, Text), "referencedtweettext quotebody"),
        ((Any, Time), "referencedtweetdatetime referencedtweetcreatedat"),
    ]
};

/// Every role that a column's name may stand for, with how sure the word is (0 is the surest).
pub fn meanings(squeezed: &str) -> impl Iterator<Item = (Role, usize)> + '_ {
    WORDS.iter().filter_map(move |(role, words)| {
        words.split_ascii_whitespace().position(|word| word == squeezed).map(|rank| (*role, rank))
    })
}

/// Whether a name is one that a column of any export may bear.
pub fn is_known(name: &str) -> bool {
    if name.trim().is_empty() {
        return false;
    }
    let squeezed = squeeze(name);
    !squeezed.is_empty() && meanings(&squeezed).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_their_clothes() {
        for name in [
            "Abonnés",
            "ABONNES",
            "abonnés ",
            "Followers (2)",
            "followers_count",
            "public_metrics.like_count",
        ] {
            assert!(is_known(name), "{name}");
        }
        assert!(!is_known("") && !is_known("#1") && !is_known("zorglub"));
        assert_eq!(squeeze("J\u{2019}aime"), "jaime");
    }

    #[test]
    fn codes_are_stable_both_ways() {
        for (name, role) in CODES {
            assert_eq!(code(*role), *name);
            assert_eq!(from_code(name), Some(*role));
        }
        assert_eq!(code((Side::Quote, Field::Text)), "ref_text");
        let mut words: Vec<_> =
            WORDS.iter().flat_map(|(r, w)| w.split_ascii_whitespace().map(move |w| (r, w))).collect();
        let all = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), all, "a word stands twice under one role");
    }
}
