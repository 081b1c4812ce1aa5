//! Archives and folders: which of their files are worth reading.
//!
//! Only what a path alone tells for certain is left out here: media, files of systems, private messages, settings.
//! Everything else is read, and what it holds decides.

/// What to do with a file of an archive or folder, told by its path alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Read it.
    Read,
    /// Leave it alone, for the reason of this code.
    Skip(&'static str),
}

use Verdict::{Read, Skip};

/// Whether a file is worth reading. `path` is its path inside the archive or folder, with `/` between folders.
pub fn verdict(path: &str) -> Verdict {
    let path = path.replace('\\', "/").to_lowercase();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let inside = |names: &[&str]| folders.split('/').any(|folder| names.contains(&folder));
    if inside(&["__macosx", ".git", "$recycle.bin", "system volume information"])
        || name.starts_with('.')
        || name.starts_with("~$")
        || matches!(name, "thumbs.db" | "desktop.ini" | "icon\r")
    {
        return Skip("entry.system");
    }
    if MEDIA.contains(&extension) {
        return Skip("entry.media");
    }
    if matches!(extension, "html" | "htm" | "xhtml") {
        return Skip(if is_list(stem) { "entry.html_list" } else { "entry.page" });
    }
    if inside(MESSAGES)
        || (stem.starts_with("message_")
            && stem[8..].bytes().all(|b| b.is_ascii_digit())
            && !folders.is_empty())
    {
        return Skip("entry.private");
    }
    if extension == "js" {
        return script(folders, stem);
    }
    if inside(&["playlists"]) && folders.contains("youtube") {
        return Skip("entry.not_needed");
    }
    if matches!(extension, "json" | "csv" | "txt") {
        if PRIVATE.contains(&stem) {
            return Skip("entry.private");
        }
        if NOT_NEEDED.contains(&stem) || inside(SETTINGS) {
            return Skip("entry.not_needed");
        }
    }
    if matches!(extension, "txt" | "md" | "log")
        && matches!(stem, "readme" | "read_me" | "license" | "no-data" | "changelog")
    {
        return Skip("entry.not_needed");
    }
    Read
}

const MEDIA: &[&str] = &[
    "jpg",
    "jpeg",
    "png",
    "gif",
    "webp",
    "heic",
    "heif",
    "bmp",
    "svg",
    "ico",
    "tif",
    "tiff",
    "avif",
    "psd",
    "mp4",
    "mov",
    "m4v",
    "webm",
    "avi",
    "mkv",
    "wmv",
    "3gp",
    "mpg",
    "mpeg",
    "mp3",
    "m4a",
    "aac",
    "amr",
    "wav",
    "ogg",
    "oga",
    "opus",
    "flac",
    "srt",
    "vtt",
    "tgs",
    "ttf",
    "otf",
    "eot",
    "woff",
    "woff2",
    "css",
    "map",
    "webmanifest",
    "pdf",
    "exe",
    "dll",
    "apk",
    "dmg",
    "ics",
    "vcf",
    "eml",
    "docx",
    "doc",
    "pptx",
    "ppt",
    "pem",
    "pub",
];

/// Folders of private messages in the downloads of Meta.
const MESSAGES: &[&str] = &[
    "inbox",
    "archived_threads",
    "message_requests",
    "filtered_threads",
    "e2ee_cutover",
    "broadcast",
    "secret_conversations",
    "ai_conversations",
];

/// Files that only the owner has a right to: messages, searches, what was watched, bookmarks, lists of close friends.
const PRIVATE: &[&str] = &[
    "secret_conversations",
    "autofill_information",
    "your_chat_settings_on_web",
    "close_friends",
    "blocked_profiles",
    "blocked_accounts",
    "restricted_profiles",
    "restricted_accounts",
    "hide_story_from",
    "pending_follow_requests",
    "recent_follow_requests",
    "recently_unfollowed_profiles",
    "recently_unfollowed_accounts",
    "follow_requests_you've_received",
    "follow_requests_you\u{2019}ve_received",
    "removed_suggestions",
    "saved_posts",
    "saved_collections",
    "saved_music",
    "saved_locations",
    "saved_threads",
    "posts_viewed",
    "videos_watched",
    "threads_viewed",
    "ads_viewed",
    "ads_clicked",
    "suggested_profiles_viewed",
    "suggested_accounts_viewed",
    "posts_you're_not_interested_in",
    "profiles_you're_not_interested_in",
    "accounts_you're_not_interested_in",
    "profile_searches",
    "account_searches",
    "word_or_phrase_searches",
    "place_searches",
    "tag_searches",
    "your_search_history",
    "recently_viewed",
    "recently_visited",
    "rejected_friend_requests",
    "received_friend_requests",
    "sent_friend_requests",
    "friend_requests_received",
    "friend_requests_sent",
    "removed_friends",
    "synced_contacts",
    "contacts",
    "imported_contacts",
    "watch-history",
    "search-history",
    "myactivity",
    "my activity",
    "my_activity",
    "bookmarks",
    "direct messages",
    "direct message",
    "chat history",
    "group chat",
    "browsing history",
    "video browsing history",
    "watch history",
    "search history",
    "searches",
    "login history",
    "share history",
    "favorite videos",
    "favorite sounds",
    "favorite effects",
    "favorite hashtags",
    "favorite collection",
    "block list",
    "guide_messages",
    "learning_coach_messages",
    "learning_role_play_messages",
    "searchqueries",
    "phonenumbers",
    "email addresses",
    "whatsapp phone numbers",
    "chat_history",
    "messages_archive",
    "ip_logs",
    "saved_comments",
    "hidden_posts",
    "post_votes",
    "comment_votes",
    "poll_votes",
];

/// Folders of settings and records that say nothing of an audience.
const SETTINGS: &[&str] = &[
    "ads_information",
    "ads_and_topics",
    "ads_and_businesses",
    "apps_and_websites_off_of_instagram",
    "apps_and_websites_off_of_facebook",
    "apps_and_websites",
    "security_and_login_information",
    "login_and_account_creation",
    "login_and_profile_creation",
    "device_information",
    "information_about_you",
    "preferences",
    "monetization",
    "facebook_payments",
    "facebook_marketplace",
    "facebook_gaming",
    "your_topics",
    "your_places",
    "location",
    "voice_recording_and_transcription",
];

/// Files that say nothing of an audience.
const NOT_NEEDED: &[&str] = &[
    "ad_targeting",
    "ads clicked",
    "inferences_about_you",
    "registration",
    "receipts",
    "receipts_v2",
    "logins",
    "security challenges",
    "account status history",
    "skills",
    "education",
    "positions",
    "projects",
    "certifications",
    "courses",
    "honors",
    "languages",
    "learning",
    "publications",
    "patents",
    "volunteering",
    "causes you care about",
    "job applicant saved answers",
    "job seeker preferences",
    "online job postings",
    "saved jobs",
    "savedjobalerts",
    "job applications",
    "profile summary",
    "rich_media",
    "events",
    "hashtag_follows",
    "instantreposts",
    "endorsement_given_info",
    "recommendations_given",
    "recommendations_received",
    "private_identity_asset",
    "verifications",
    "votes",
    "services marketplace",
    "advertiser_information",
    "login_activity",
    "logout_activity",
    "camera_information",
    "devices",
    "eligibility",
    "account_privacy_changes",
    "profile_changes",
    "signup_information",
    "signup_details",
    "comments_allowed_from",
    "use_cross-app_messaging",
    "your_topics",
    "account_based_in",
    "profile_based_in",
    "following_hashtags",
    "checkfile",
    "linked_identities",
    "linked_phone_number",
    "subscribed_subreddits",
    "approved_submitter_subreddits",
    "moderated_subreddits",
    "user_preferences",
    "account_gender",
    "birthdate",
    "reddit_gold_information",
    "sensitive_ads_preferences",
    "stripe",
    "twitter",
    "payouts",
    "persona",
    "purchases",
];

/// Lists of people, posts or comments that some downloads hold as web pages, where JSON was to be had.
fn is_list(stem: &str) -> bool {
    const LISTS: [&str; 12] = [
        "followers",
        "following",
        "your_friends",
        "friends",
        "post_comments",
        "comments",
        "liked_posts",
        "likes_and_reactions",
        "your_posts",
        "posts",
        "personal_information",
        "profile_information",
    ];
    let base = stem.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    LISTS.contains(&base)
}

/// A script is the data of an archive of X, or a part of the page that shows them.
fn script(folders: &str, stem: &str) -> Verdict {
    let folder = folders.rsplit('/').next().unwrap_or("");
    // The archives of 2012 to 2018: a file a month.
    let month =
        stem.len() == 7 && stem.as_bytes()[4] == b'_' && stem.bytes().filter(u8::is_ascii_digit).count() == 6;
    if folder == "tweets" && month || stem == "user_details" {
        return Read;
    }
    let base = stem
        .rsplit_once("-part")
        .filter(|(_, n)| n.bytes().all(|b| b.is_ascii_digit()))
        .map_or(stem, |(base, _)| base);
    if matches!(
        base,
        "tweets"
            | "tweet"
            | "note-tweet"
            | "account"
            | "profile"
            | "follower"
            | "following"
            | "like"
            | "deleted-tweets"
            | "deleted-tweet"
            | "community-tweet"
            | "manifest"
            | "posts"
            | "post"
    ) {
        return Read;
    }
    if base.starts_with("direct-message")
        || base.starts_with("grok")
        || matches!(base, "bookmark" | "contact" | "block" | "mute" | "saved-search")
    {
        return Skip("entry.private");
    }
    Skip("entry.not_needed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_and_system_files_are_left_alone() {
        assert_eq!(verdict("data/tweets_media/1-a.JPG"), Skip("entry.media"));
        assert_eq!(verdict("__MACOSX/data/._tweets.js"), Skip("entry.system"));
        assert_eq!(verdict("a/.DS_Store"), Skip("entry.system"));
        assert_eq!(verdict("Your archive.html"), Skip("entry.page"));
        assert_eq!(verdict("data/tweets.js"), Read);
        assert_eq!(verdict("export"), Read);
    }

    #[test]
    fn scripts_are_data_or_parts_of_a_page() {
        for path in [
            "data/tweets.js",
            "data/tweets-part12.js",
            "tweet.js",
            "x/data/like.js",
            "data/js/tweets/2013_01.js",
            "data/manifest.js",
        ] {
            assert_eq!(verdict(path), Read, "{path}");
        }
        assert_eq!(verdict("data/direct-messages-group.js"), Skip("entry.private"));
        assert_eq!(verdict("data/ad-impressions.js"), Skip("entry.not_needed"));
        assert_eq!(verdict("assets/js/runtime.b1a52.js"), Skip("entry.not_needed"));
    }

    #[test]
    fn private_files_are_left_alone_and_lists_read() {
        for path in [
            "your_instagram_activity/messages/inbox/lea_1/message_1.json",
            "connections/followers_and_following/close_friends.json",
            "Takeout/YouTube and YouTube Music/history/watch-history.json",
            "TikTok/Activity/Video Browsing History.txt",
            "bookmarks.json",
        ] {
            assert_eq!(verdict(path), Skip("entry.private"), "{path}");
        }
        for path in [
            "connections/followers_and_following/followers_1.json",
            "votre_activité/publications_1.json",
            "messages.csv",
            "channel/messages.json",
            "message_1.json",
            "posts.csv",
            "Comments.csv",
            "outbox.json",
        ] {
            assert_eq!(verdict(path), Read, "{path}");
        }
        assert_eq!(verdict("connections/followers_and_following/followers_1.html"), Skip("entry.html_list"));
        assert_eq!(verdict("Skills.csv"), Skip("entry.not_needed"));
        assert_eq!(verdict("preferences/feed/feed.json"), Skip("entry.not_needed"));
    }
}
