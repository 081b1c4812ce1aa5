//! Faults on request, for the tests of crash recovery. Built with the feature `fault` only.

use super::Engine;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Engine {
    /// Traps on purpose: `panic`, `memory` (takes all there is), `stack`, or `hang` (never returns).
    pub fn fault(&mut self, kind: &str) {
        match kind {
            "memory" => {
                let mut hoard: Vec<Vec<u8>> = Vec::new();
                loop {
                    hoard.push(vec![1; 64 << 20]);
                }
            }
            "stack" => {
                deeper(&[0; 64]);
            }
            "hang" => loop {
                std::hint::spin_loop();
            },
            _ => panic!("fault asked for: {kind}"),
        }
    }
}

#[allow(unconditional_recursion)]
fn deeper(frame: &[u64; 64]) -> u64 {
    let next = std::hint::black_box([frame[0] + 1; 64]);
    deeper(&next) + next[1]
}
