//! Values as bytes, for what one engine hands over to another of the same build.

use crate::error::{Error, ErrorKind, Result};

/// Writes values one after the other, little end first.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Makes room, so that what follows takes no memory that is not there.
    pub fn reserve(&mut self, bytes: usize) -> Result<()> {
        self.bytes.try_reserve(bytes).map_err(|_| ErrorKind::OutOfMemory { what: "file" }.into())
    }

    /// How many bytes were written.
    pub(super) fn written(&self) -> usize {
        self.bytes.len()
    }

    /// A byte.
    #[inline]
    pub fn u8(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// A number of four bytes.
    #[inline]
    pub fn u32(&mut self, value: u32) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// A number of eight bytes.
    #[inline]
    pub fn u64(&mut self, value: u64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// A moment.
    #[inline]
    pub fn i64(&mut self, value: i64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    /// A number, bit for bit.
    #[inline]
    pub fn f64(&mut self, value: f64) {
        self.u64(value.to_bits());
    }

    /// Bytes, with how many they are.
    pub fn bytes(&mut self, value: &[u8]) {
        self.u32(value.len() as u32);
        self.bytes.extend_from_slice(value);
    }

    /// A text.
    pub fn text(&mut self, value: &str) {
        self.bytes(value.as_bytes());
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads what a [`Writer`] wrote. Bytes that it did not write are an error, never a panic.
#[derive(Debug, Clone, Copy)]
pub struct Scanner<'a> {
    rest: &'a [u8],
}

impl<'a> Scanner<'a> {
    /// A reader of bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Scanner { rest: bytes }
    }

    /// Whether everything was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    #[inline]
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or_else(damaged)?;
        self.rest = rest;
        Ok(*taken)
    }

    /// A byte.
    #[inline]
    pub fn u8(&mut self) -> Result<u8> {
        Ok(self.take::<1>()?[0])
    }

    /// A number of four bytes.
    #[inline]
    pub fn u32(&mut self) -> Result<u32> {
        self.take().map(u32::from_le_bytes)
    }

    /// A number of eight bytes.
    #[inline]
    pub fn u64(&mut self) -> Result<u64> {
        self.take().map(u64::from_le_bytes)
    }

    /// A moment.
    #[inline]
    pub fn i64(&mut self) -> Result<i64> {
        self.take().map(i64::from_le_bytes)
    }

    /// A number, bit for bit.
    #[inline]
    pub fn f64(&mut self) -> Result<f64> {
        self.u64().map(f64::from_bits)
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.u32()? as usize;
        self.raw(length, 1)
    }

    /// So many values of so many bytes each.
    pub fn raw(&mut self, count: usize, size: usize) -> Result<&'a [u8]> {
        let length = count.checked_mul(size).ok_or_else(damaged)?;
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A text.
    pub fn text(&mut self) -> Result<&'a str> {
        let bytes = self.bytes()?;
        simdutf8::basic::from_utf8(bytes).map_err(|_| damaged())
    }
}

/// What is no piece of a file.
#[cold]
pub fn damaged() -> Error {
    ErrorKind::InvalidArgument { name: "piece", given: "damaged".into() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_and_damage_is_an_error() {
        let mut writer = Writer::default();
        writer.u8(7);
        writer.u32(u32::MAX);
        writer.i64(-3);
        writer.f64(f64::NAN);
        writer.text("é");
        let bytes = writer.into_bytes();
        let read = |bytes: &[u8]| -> Result<(u8, u32, i64, bool, String)> {
            let mut s = Scanner::new(bytes);
            Ok((s.u8()?, s.u32()?, s.i64()?, s.f64()?.is_nan(), s.text()?.to_owned()))
        };
        assert_eq!(read(&bytes).unwrap(), (7, u32::MAX, -3, true, "é".into()));
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]).unwrap_err().code(), "argument.invalid");
        }
    }
}
