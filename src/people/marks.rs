//! Marks of posts that people are told by.

/// Says itself that it is advertising.
pub const AD: u8 = 1;
/// Tells of a purchase, a possession, a use.
pub const BOUGHT: u8 = 1 << 1 | 1 << 2 | 1 << 4;
/// Complains.
pub const COMPLAINT: u8 = 1 << 3;
/// Hands out a code or an affiliate link.
pub const PROMOTION: u8 = 1 << 5;
