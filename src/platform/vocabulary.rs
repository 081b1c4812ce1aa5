//! The words by which columns say what they hold, in the five languages of the exports people have.

use super::roles::{Field, Role, Side};
use std::sync::OnceLock;

/// Words for each role, the surest first. Squeezed: lower case, no accents, letters and digits only.
const WORDS: &[(Role, &str)] = {
    use Field::*;
    use Side::*;
    &[
        (
            (Row, Author),
            "screenname userscreenname username authorusername authorhandle accountusername fromusername \
             fromuser handle twitterscreenname usernames twitterhandle instagramhandle tiktokhandle \
             twitterusername instagramusername tiktokusername authormetaname accounthandle authorscreenname \
             uniqueid authoruniqueid nickname author auteur autor autora autore verfasser pseudo pseudonyme \
             benutzername nutzername nomdutilisateur nomutilisateur nombredeusuario nombreusuario \
             nomedeusuario nomedoutilizador nomeutente usuario usuaria utilisateur utilisatrice utilizador \
             utente user benutzer nutzer influencer influenceur influenceuse influenciador influenciadora \
             influencerin creator createur createurdecontenu creador criador tiktoker youtuber instagrammer \
             streamer account accountname compte nomducompte nomcompte cuenta nombredelacuenta conta \
             nomedaconta konto kontoname profile profil perfil profilo profilename nomduprofil pseudox \
             expediteur absender remitente remetente commenter sourceuser commentator commentateur poster \
             postedby postepar publiepar publicadopor postadopor gepostetvon veroffentlichtvon writer by from \
             extraauthorattributesshortname extraauthorattributesname ownerusername owner page pagina seite \
             chaine canal kanal member membre miembro membro mitglied contact kontakt contacto contato name \
             nom nombre nome nomdutilisateurducompte nombredeusuariodelacuenta benutzernamedeskontos \
             kontobenutzername nomedeusuariodaconta gebruikersnaam gebruiker schrijver autrice userhandle \
             accountnaam naam accountaddress adresseducompte kontoadresse channel",
        ),
        (
            (Row, AuthorId),
            "authorid userid useridstr fromuserid fromuseridstr idcompte compteid idauteur accountid \
             authorchannelid channelid twitterauthorid twitterid facebookid extraauthorattributesid \
             idutilisateur idutilisateurice identifiantutilisateur identifiantauteur identifiantcompte \
             idusuario idautor idcuenta idconta benutzerid nutzerid autorid kontoid ownerid senderid \
             profileid pageid did authordid gebruikersid gebruikerid idutente identifiantducompte \
             identifiantdelapage idpage iddelacuenta iddaconta seitenid userdid",
        ),
        (
            (Row, AuthorName),
            "authorname fullname authorfullname authorfull userdisplayname displayname authordisplayname \
             accountdisplayname nomcomplet nomaffiche nomdaffichage nombrecompleto nombreparamostrar \
             nomecompleto nomedeexibicao nomeexibido anzeigename vollername vollstandigername channeltitle \
             titlechannel channelname pagename groupname authornickname name nom nombre nome account author \
             influencer volledigenaam weergavenaam nomevisualizzato userdisplay naam",
        ),
        (
            (Row, Text),
            "fulltext volltext tweettext posttext text commenttext tweet body content message hitsentence \
             texte textodelpost textedupost textedutweet texteducommentaire texteintegral contenu \
             contenudupost contenudumessage contenudelapublication texto textocompleto textodeltuit \
             textodelmensaje textodapublicacao contenido contenidodelpost mensaje conteudo conteudodopost \
             mensagem inhalt nachricht beitragstext beitrag tweetinhalt testo contenuto messaggio caption \
             videodescription legende leyenda legenda bildunterschrift postcontent postmessage postbody \
             selftext comment commentaire comentario kommentar publication publicacion publicacao snippet \
             extrait openingtext title titre titlevideo videotitle posttitle headline titulo titel titolo \
             subject sujet description beschreibung descricao descripcion post tekst inhoud berichttekst \
             bericht beschrijving bijschrift descrizione didascalia testodelpost mentiontext mentioncontent \
             detail detalle raw rawtext",
        ),
        (
            (Row, Time),
            "timeparsed createdat timestamputc datetime timestamp postcreated publishedat publishedatvideo \
             tweetcreated unixtimestamp createdtime createdutc createtimeiso createtime dateutc datecreated \
             createddate creationdate published publisheddate publishdate publishtime publishedtime \
             publishedon postdate posteddate postedat postedon posttimestamp pubdate publicationdate sentat \
             sentdate datedepublication datepublication datedupost datedutweet datedecreation dateheure \
             dateetheure horodatage publiele publiea creele posteele fecha fechayhora fechadepublicacion \
             fechapublicacion fechadecreacion publicadoel creadoel fechahora data dataehora datahora \
             datadepublicacao datadapublicacao datapublicacao datadecriacao publicadoem criadoem postadoem \
             dataora datadipubblicazione datum datumuhrzeit datumundzeit datumunduhrzeit \
             veroffentlichungsdatum erstellungsdatum veroffentlichtam veroffentlicht erstelltam gepostetam \
             zeitstempel zeitpunkt date day jour dia tag giorno time createddatetime moment momento \
             postcreateddate epoch marcadetiempo sent timeutc postcreatedtime datedepubli datepubli \
             heuredepublication horadepublicacion horariodepublicacao horadapublicacao veroffentlichungszeit \
             publicationtime publicatiedatum gepubliceerdop geplaatstop aangemaaktop datumentijd tijdstempel \
             tijdstip pubblicatoil creatoil dataeora datadicreazione mentiondate posttime",
        ),
        (
            (Row, TimeOfDay),
            "heureutc0 heureutc heure time posttime postcreatedtime timeutc hora uhrzeit zeit ora \
             heuredepublication horadepublicacion horadapublicacao tijd orario veroffentlichungszeit",
        ),
        (
            (Row, PostId),
            "statusid tweetid idtweet idstr postid idpost ndutweet numerodutweet tweetnummer beitragsnummer \
             videoid messageid itemid commentid documentid idmessage idpublication idstatut idcommentaire \
             idvideo iddutweet iddupost iddumessage iddelapublication identifiantdutweet identifiantdupost \
             identifiantdumessage idpublicacion idmensaje idcomentario idpublicacao idmensagem beitragsid \
             tweetkennung nachrichtenid kommentarid guid uri shortcode uniqueid identifiant identificador \
             kennung id berichtid idcommento cid identifiantdelapublication iddelapublicacion iddapublicacao mentionid",
        ),
        (
            (Row, Kind),
            "type kind tweettype posttype threadentrytype engagementtype typedepost typepost typedetweet \
             typedepublication typedecontenu contenttype messagetype tipo tipodepublicacion tipodepost \
             tipodepublicacao tipodecontenido tipodeconteudo art beitragstyp beitragsart typ nature",
        ),
        (
            (Row, IsRepost),
            "isretweet isrepost isrt isreblog isshare isreshare estretweet estunretweet estunpartage estunrepost \
             esretweet esunretweet esretuit istretweet ehretweet eretweet eumretweet repartage",
        ),
        (
            (Row, IsQuote),
            "isquote isquotetweet isquotestatus estcitation estunecitation escita esunacita istzitat ecitacao",
        ),
        (
            (Row, IsReply),
            "isreply iscomment estreponse estunereponse esrespuesta esunarespuesta istantwort eresposta euresposta",
        ),
        (
            (Row, Likes),
            "reactionssummarytotalcount likecount likes favoritecount favorites favourites favouritecount \
             favouritescount favoritescount likescount nblikes nombredelikes numlikes diggcount jaime \
             mentionsjaime nbjaime nombredejaime publicmetricslikecount twitterlikes instagramlikes \
             articleextendedattributestwitterlikes facebooklikes linkedinlikes tiktoklikes youtubelikes like \
             favs faves fav favoris coeurs hearts aime aimes megusta nmegusta meencanta gefalltmir \
             gefalltmirangaben gefallt curtidas curtida gostos gosto likesgesamt mipiace reactions \
             reactioncount reactionscount reacciones reacoes reaktionen upvotes score ups vindikleuks \
             vindikleuk votes",
        ),
        (
            (Row, Reposts),
            "retweetcount retweets repostcount reposts reshares repartages repostscount sharecount shares \
             sharescount reblogscount reblogcount reblogs boosts boostscount partages nbretweets nbpartages \
             publicmetricsretweetcount twitterretweets articleextendedattributestwitterretweets \
             facebookshares linkedinshares rts rt retuits retuiteos retweetcounts compartidos vecescompartido \
             compartido comparticiones compartir geteilt teilungen weiterleitungen forwards forwardscount \
             transferts compartilhamentos partilhas condivisioni share retweet repost partage gedeeld \
             keergedeeld condivisi geteilteinhalte",
        ),
        (
            (Row, Replies),
            "replycount replies repliescount commentcount comments commentscount numcomments commentaires \
             nbcommentaires reponses nbreponses publicmetricsreplycount twitterreplycount \
             articleextendedattributestwitterreplies facebookcomments instagramcomments linkedincomments \
             redditcomments comentarios respuestas kommentare kommentaranzahl antworten respostas commenti \
             risposte answers reponse reacties antwoorden nbdecoms nbcoms coms",
        ),
        (
            (Row, Quotes),
            "quotecount quotes quotescount citations publicmetricsquotecount citas zitate citacoes citazioni \
             quotetweets citaten",
        ),
        (
            (Row, Views),
            "views viewcount viewscount viewcountvideo impressions impressioncount plays playcount videoviews \
             vues nbvues nombredevues lectures postviews totalviews publicmetricsimpressioncount \
             articleextendedattributestwitterimpressions vistas visualizaciones reproducciones impresiones \
             aufrufe ansichten impressionen wiedergaben visualizacoes reproducoes impressoes visualizzazioni \
             affichages viewscounts visionnages reads weergaven",
        ),
        (
            (Row, Saves),
            "saves savecount savescount saved bookmarks bookmarkcount publicmetricsbookmarkcount \
             enregistrements sauvegardes signets favorisenregistres collectcount guardados salvos salvamentos \
             gespeichert lesezeichen marcadores opgeslagen salvataggi",
        ),
        ((Row, Clicks), "clicks linkclicks postlinkclicks urlclicks clics klicks cliques clicsurlelien"),
        (
            (Row, Followers),
            "followers followerscount followercount followersatposting userfollowers userfollowerscount \
             fromuserfollowercount authormetafans authorfollowers authorfollowerscount authorfollowercount \
             authorpublicmetricsfollowerscount accountfollowers followersnumbers subscribers subscriberscount \
             subscribercount abonnes abonnees nbabonnes nombredabonnes nombreabonnes twitterfollowers \
             instagramfollowers sourceextendedattributestwitterfollowers seguidores seguidoras \
             numerodeseguidores cantidaddeseguidores suscriptores inscritos assinantes abonnenten follower \
             followerzahl anzahlfollower abonnentenzahl fans fancount audience communaute pagelikes volgers \
             seguaci iscritti tailledelacommunaute",
        ),
        (
            (Row, Following),
            "following followingcount followings friendscount friends userfriendscount fromuserfriendcount \
             userfriends authorpublicmetricsfollowingcount authorfollowing abonnements nbabonnements \
             nombredabonnements suivis twitterfollowing siguiendo seguidos seguindo folgt gefolgt folgeich \
             abonniert volgend seguiti aseguir",
        ),
        (
            (Row, PostsTotal),
            "statusescount tweetcount tweetscount authorpublicmetricstweetcount postscount nbposts twittertweets \
             usertweets fromusertweetcount authorvideos videocount mediacount publications publicaciones publicacoes \
             beitrage posts tweets",
        ),
        (
            (Row, Verified),
            "verified userverified authorverified twitterverified isverified verifie certifie compteverifie \
             comptecertifie verificado verificada verifiziert bluecheck",
        ),
        (
            (Row, Bio),
            "bio biographie biography biografia userdescription authordescription authorbio userbio twitterbio \
             extraauthorattributesdescription accountdescription profiledescription profilbeschreibung description \
             about apropos",
        ),
        (
            (Row, Location),
            "userlocation authorlocation accountlocation profilelocation fromuserlocation twitterlocation \
             localisationutilisateur localisationdelutilisateur lieuduprofil ubicaciondelusuario ubicacionusuario \
             localizacaodousuario standortdesnutzers",
        ),
        (
            (Row, Lang),
            "lang language langue languageguess languages idioma idiomas sprache lingua langcode languagecode \
             tweetlanguage taal",
        ),
        (
            (Row, Url),
            "statusurl posturl tweeturl tweetlink postlink commenturl messageurl videourl webvideourl \
             tweetpermalink postpermalink url permalink permalien permalinkurl link lien urldupost urldutweet \
             lienvers lienpost lienverslepost lienverslapublication liendelapublication enlace enlacedelpost \
             urldelpost urldelapublicacion beitragslink beitragsurl urldopost linkdopost linkdapublicacao \
             tiktokurl posturi weburl address adresse collegamento linkalpost linkdelpost berichtlink \
             linknaarbericht viewonplatform mentionurl mentionlink articleurl",
        ),
        (
            (Row, Mentions),
            "mentionsscreenname mentionednames mentionedusers mentionedusernames mentionedauthors \
             mentionedaccounts entitiesmentions entitiesmentioned entitiesstr usermentions mentions \
             comptesmentionnes utilisateursmentionnes mentionnes menciones usuariosmencionados \
             cuentasmencionadas mencionados erwahnungen erwahnte erwahntebenutzer erwahntekonten mencoes \
             contasmencionadas menzioni vermeldingen mentioneduserhandles",
        ),
        ((Row, MentionIds), "mentionsuserid mentionedids mentionuserids mentionids mentioneduserdids"),
        (
            (Row, Tagged),
            "usertags taggedusers taggedaccounts tagged coauthors coauthor coauthorproducers collaborators \
             comptesidentifies personnesidentifiees coauteurs cuentasetiquetadas marcados coautores \
             markiertekonten taggedusersusername coauthorproducersusername",
        ),
        (
            (Row, LikesHidden),
            "likeshidden likescounthidden likecounthidden hidelikecount likeandviewcountsdisabled jaimemasques",
        ),
        (
            (Row, Platform),
            "platform plateforme network reseau reseausocial socialnetwork sourceplatform sourcetype \
             plattform plataforma red redsocial redesocial netzwerk sozialesnetzwerk rede pagetype channel \
             medium socialmedia piattaforma retesociale netwerk channeltype networktype",
        ),
        (
            (Row, Outlet),
            "outletname outlet publicationname mediaoutlet medianame sourcename sitename newspaper nomdumedia \
             titredepresse nombredelmedio medienname nomedoveiculo testata publisher publication",
        ),
        (
            (Row, CollectedAt),
            "collectedat retrievedat twarcretrievedat timestampcollected scrapedat collectiontime crawledat \
             fetchedat extractedat datedecollecte collectele dateextraction fechaderecoleccion dataderecolha \
             datadecoleta erfasstam abgerufenam added",
        ),
        (
            (Row, Source),
            "source sourceid src sourcenode fromnodeid from actor acteur usera id1 node1 vertex1 sender expediteur \
             origine quelle origen origem desde de von van da follower",
        ),
        (
            (Row, Target),
            "target targetid dst targetnode tonodeid to cible userb id2 node2 vertex2 receiver recipient destinataire \
             ziel destino vers nach naar para hacia followed followee",
        ),
        ((Row, Weight), "weight edgeweight poids peso gewicht strength"),
        ((Row, Layer), "relationship relation interaction edgetype layer label type kind"),
        (
            (Row, FirstName),
            "firstname prenom vorname primernombre primeironome givenname nombredepila nomeproprio voornaam",
        ),
        (
            (Row, LastName),
            "lastname surname nomdefamille familyname nachname familienname apellido apellidos sobrenome \
             cognome achternaam",
        ),
        (
            (Row, Email),
            "email emailaddress mail mailaddress adressemail adresseemail courriel adressedecourriel emails \
             correo correoelectronico direcciondecorreo direcciondecorreoelectronico emailadresse mailadresse \
             enderecodeemail enderecodeemails contactemail useremail customeremail emailclient \
             professionalemail emailprofessionnel emailpro emailadres",
        ),
        (
            (Repost, Author),
            "retweetofauthor retweeteduser retweetedusername retweetscreenname retweeteduserscreenname \
             retweetedscreenname retweetof twitterretweetof repostof repostofauthor retweetedauthor \
             retweetedfrom retweetuser retweetde partagede authorforwardedfromusername forwardedfrom \
             repostfrom repostdu republicationde partagedepuis retuitde compartidode geteiltvon retweetvon \
             weitergeleitetvon compartilhadode partilhade originalauthor auteuroriginal auteurdorigine \
             autororiginal originalautor rtof rtde sharedfrom sharedfromuser boosted boostof retweetvan \
             gedeeldvan retweetdi condivisoda",
        ),
        ((Repost, AuthorId), "retweeteduserid retweetuserid authorforwardedfromid repostofauthorid"),
        (
            (Repost, PostId),
            "retweetedid retweetstatusid retweetedstatusid retweetid retweetedtweetid referencedtweetsretweetedid \
             repostid retweetedpostid repostofid originaltweetid sharedpostid",
        ),
        (
            (Quote, Author),
            "quoteofauthor quoteauthor quoteduser quotedusername quotedscreenname quotedauthor \
             quoteduserscreenname quoteof citationde cite auteurcite comptecite citade citado citadode \
             zitatvon zitiert zitierterbenutzer citacaode quoteduserhandle citaatvan citazionedi",
        ),
        ((Quote, AuthorId), "quoteduserid"),
        (
            (Quote, PostId),
            "quotedid quotedstatusid quotetweetid quotedtweetid quotedpost quotedpostid referencedtweetsquotedid",
        ),
        (
            (Reply, Author),
            "replytoauthor inreplytoscreenname inreplytousername replytoscreenname replytousername \
             inreplytouser replytouser repliedauthor replieduser repliedtouser tousername touser \
             twitterreplyto enreponsea reponsea isreplytoname inreplyto replyto replyingto respondingto \
             enreponseaauteur repond enrespuestaa respuestaa antwortan antwortauf alsantwortauf alsantwortan \
             emrespostaa respostaa inrispostaa parentauthor postauthor videoauthor parentcommentauthor to \
             destinataire touserhandle antwoordop inantwoordop rispostaa",
        ),
        (
            (Reply, AuthorId),
            "inreplytouserid inreplytouseridstr replytouserid touserid replytoauthorid postauthorid",
        ),
        (
            (Reply, PostId),
            "inreplytostatusid inreplytostatusidstr replytostatusid inreplytotweetid inreplytoid totweetid \
             isreplyto repliedtopost referencedtweetsrepliedtoid parentpostid parentid parentcommentid \
             replytoid replytopostid replytomessageid reponseaid enreponseaid parent replyto inreplyto \
             topostdid",
        ),
        ((Reply, Url), "inreplytourl replytourl parenturl"),
        ((Quote, Url), "quoteurl quotedurl quotedtweeturl quotedposturl quotedstatusurl quotetweeturl"),
        (
            (Any, PostId),
            "referencedtweetid referencedpostid postdorigine idpostdorigine iddupostdorigine publicationdorigine \
             originalpostid originalid",
        ),
        (
            (Any, Author),
            "referencedtweetauthorusername referencedtweetauthor parentpostauthor referencedauthor",
        ),
        ((Any, AuthorId), "referencedtweetauthorid"),
        ((Any, AuthorName), "referencedtweetauthorname"),
        ((Any, Text), "referencedtweettext quotebody"),
        ((Any, Time), "referencedtweetdatetime referencedtweetcreatedat"),
    ]
};

/// Every word with its role and rank, in order of the words.
fn index() -> &'static [(&'static str, Role, usize)] {
    static INDEX: OnceLock<Vec<(&'static str, Role, usize)>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut words: Vec<_> = WORDS
            .iter()
            .flat_map(|(role, words)| {
                words.split_ascii_whitespace().enumerate().map(move |(rank, word)| (word, *role, rank))
            })
            .collect();
        words.sort_unstable();
        words
    })
}

/// Every role that a squeezed word stands for, with how sure the word is (0 is the surest).
pub fn meanings(word: &str) -> impl Iterator<Item = (Role, usize)> + '_ {
    let words = index();
    let from = words.partition_point(|entry| entry.0 < word);
    words[from..].iter().take_while(move |entry| entry.0 == word).map(|entry| (entry.1, entry.2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::naming::squeeze;

    #[test]
    fn words_stand_once_under_a_role_and_squeezed() {
        let words = index();
        for pair in words.windows(2) {
            assert!((pair[0].0, pair[0].1) != (pair[1].0, pair[1].1), "{} stands twice", pair[0].0);
        }
        for (word, _, _) in words {
            assert_eq!(squeeze(word), *word);
        }
    }
}
