//! The lists that downloads of Instagram hold: where they lie, and what their records are.

/// What the records of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Told by the record itself.
    ByShape,
    /// Who follows the owner.
    Followers,
    /// Whom the owner follows.
    Following,
    /// Handle → moment, as the downloads of 2018 to 2020 wrote it.
    FollowersByHandle,
    /// The same, of whom the owner follows.
    FollowingByHandle,
    /// Likes that the owner gave.
    Likes,
    /// `[moment, handle]`.
    OldLikes,
    /// Comments of the owner.
    Comments,
    /// `[moment, text, handle]`.
    OldComments,
    /// Posts, stories, videos of the owner.
    Posts,
    /// Posts of a business with their counters.
    Insights,
    /// Who the owner is.
    Profile,
    /// The handle of the owner, alone.
    OwnHandle,
    /// What only the owner has a right to.
    Private,
}

use List::{
    ByShape, Comments, Followers, FollowersByHandle, Following, FollowingByHandle, Insights, Likes,
    OldComments, OldLikes, OwnHandle, Posts, Private, Profile,
};

/// Where the lists lie, what they are, and whether they are of Threads.
pub const LISTS: [(&str, List, bool); 40] = [
    ("relationships_followers[]", Followers, false),
    ("relationships_following[]", Following, false),
    ("text_post_app_text_post_app_followers[]", Followers, true),
    ("text_post_app_text_post_app_following[]", Following, true),
    ("likes_media_likes[]", Likes, false),
    ("likes_comment_likes[]", Likes, false),
    ("story_activities_story_likes[]", Likes, false),
    ("text_post_app_media_likes[]", Likes, true),
    ("comments_media_comments[]", Comments, false),
    ("comments_reels_comments[]", Comments, false),
    ("comments_story_comments[]", Comments, false),
    ("ig_stories[]", Posts, false),
    ("ig_reels_media[]", Posts, false),
    ("ig_igtv_media[]", Posts, false),
    ("ig_archived_post_media[]", Posts, false),
    ("ig_other_media[]", Posts, false),
    ("text_post_app_text_posts[]", Posts, true),
    ("organic_insights_posts[]", Insights, false),
    ("organic_insights_reels[]", Insights, false),
    ("organic_insights_stories[]", Insights, false),
    ("profile_user[]", Profile, false),
    ("text_post_app_text_post_app_profile[]", Profile, true),
    ("relationships_close_friends[]", Private, false),
    ("relationships_blocked_users[]", Private, false),
    ("relationships_restricted_users[]", Private, false),
    ("relationships_hide_stories_from[]", Private, false),
    ("relationships_follow_requests_sent[]", Private, false),
    ("relationships_permanent_follow_requests[]", Private, false),
    ("text_post_app_text_post_app_blocked_users[]", Private, true),
    ("saved_saved_media[]", Private, false),
    ("searches_user[]", Private, false),
    ("followers", FollowersByHandle, false),
    ("following", FollowingByHandle, false),
    ("media_likes[]", OldLikes, false),
    ("media_comments[]", OldComments, false),
    ("photos[]", Posts, false),
    ("videos[]", Posts, false),
    ("username", OwnHandle, false),
    ("[]", ByShape, false),
    ("*[]", ByShape, false),
];

/// The paths of the lists.
pub const PATHS: [&str; LISTS.len()] = {
    let mut paths = [""; LISTS.len()];
    let mut at = 0;
    while at < LISTS.len() {
        paths[at] = LISTS[at].0;
        at += 1;
    }
    paths
};
