//! Archives and folders: which of their files are worth reading.

/// What to do with a file of an archive or folder, told by its path alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Read it.
    Read,
    /// Leave it alone, for the reason of this code.
    Skip(&'static str),
}

/// Whether a file is worth reading. `path` is its path inside the archive or folder, with `/` between folders.
pub fn verdict(path: &str) -> Verdict {
    const MEDIA: [&str; 34] = [
        "jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "svg", "ico", "tif", "tiff", "avif", "mp4",
        "mov", "m4v", "webm", "avi", "mkv", "mp3", "m4a", "aac", "wav", "ogg", "opus", "flac", "srt", "vtt",
        "ttf", "woff", "woff2", "css", "pdf", "exe", "dll",
    ];
    let name = path.rsplit('/').next().unwrap_or(path);
    if path.split('/').any(|part| part == "__MACOSX")
        || name.starts_with('.')
        || name.eq_ignore_ascii_case("thumbs.db")
    {
        return Verdict::Skip("entry.system");
    }
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if MEDIA.iter().any(|media| extension.eq_ignore_ascii_case(media)) {
        return Verdict::Skip("entry.media");
    }
    if extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm") {
        return Verdict::Skip("entry.page");
    }
    Verdict::Read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_and_system_files_are_left_alone() {
        assert_eq!(verdict("data/tweets_media/1-a.JPG"), Verdict::Skip("entry.media"));
        assert_eq!(verdict("__MACOSX/data/._tweets.js"), Verdict::Skip("entry.system"));
        assert_eq!(verdict("a/.DS_Store"), Verdict::Skip("entry.system"));
        assert_eq!(verdict("Your archive.html"), Verdict::Skip("entry.page"));
        assert_eq!(verdict("data/tweets.js"), Verdict::Read);
        assert_eq!(verdict("export"), Verdict::Read);
    }
}
