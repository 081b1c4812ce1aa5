//! Posts of Facebook and Instagram as CrowdTangle's interface gave them.

use super::found::{Found, Who};
use super::json::{
    Adapter, JsonAdapter, PostOf, Value, any_count, any_id, any_text, any_time, any_truth, count_of, dig,
};
use crate::model::{Counts, Platform};

/// Posts saved one by one.
pub const ADAPTER: Adapter = Adapter {
    code: "crowdtangle_api",
    paths: &[],
    open: |head| head.any(knows).then(|| PostOf::certain(post)),
};

/// Answers saved whole.
pub const PAGES: Adapter = Adapter {
    code: "crowdtangle_api",
    paths: &["**.posts[]"],
    open: |head| {
        (head.has_key("posts") && head.has_key("platformId") && head.has_key("statistics"))
            .then(|| PostOf::certain(post) as Box<dyn JsonAdapter>)
    },
};

fn knows(value: &Value<'_>) -> bool {
    value.at(&["statistics", "actual"]).is_some() && value.at(&["account", "platform"]).is_some()
}

fn post<'v>(value: &'v Value<'v>) -> Option<Found<'v>> {
    let account = value.get("account").filter(|account| account.is_object())?;
    let network = any_text(value, &["platform"]).or_else(|| any_text(account, &["platform"]))?;
    let mut found = Found::on(match network.to_ascii_lowercase().as_str() {
        "facebook" => Platform::Facebook,
        "instagram" => Platform::Instagram,
        "twitter" => Platform::X,
        "reddit" => Platform::Reddit,
        _ => Platform::Unknown,
    });
    found.id = any_id(value, &["platformId", "id"]);
    found.author = Who {
        name: any_text(account, &["name"]),
        followers: any_count(value, &["subscriberCount"])
            .or_else(|| any_count(account, &["subscriberCount"])),
        verified: any_truth(account, &["verified"]),
        ..Who::named(any_id(account, &["platformId"]), any_text(account, &["handle"]))
    };
    found.time = any_time(value, &["date"]);
    found.collected_at = any_time(value, &["updated"]);
    found.text = any_text(value, &["message", "description", "title"]);
    found.lang = any_text(value, &["languageCode"]);
    found.url = any_text(value, &["postUrl"]);
    let actual = dig(value, "statistics.actual").unwrap_or(&Value::Null);
    // Facebook parts its reactions; all of them are approval or the like of it.
    let reactions = [
        "likeCount",
        "loveCount",
        "wowCount",
        "hahaCount",
        "sadCount",
        "angryCount",
        "thankfulCount",
        "careCount",
        "favoriteCount",
        "upvoteCount",
    ];
    let given: Vec<f64> = reactions.iter().filter_map(|key| count_of(actual.get(key)?)).collect();
    found.counts = Counts {
        likes: (!given.is_empty()).then(|| given.iter().sum()),
        reposts: any_count(actual, &["shareCount"]),
        replies: any_count(actual, &["commentCount"]),
        views: any_count(value, &["postViewCount"]).or_else(|| any_count(actual, &["viewCount"])),
        ..Counts::default()
    };
    found.names_in_text = true;
    Some(found)
}
