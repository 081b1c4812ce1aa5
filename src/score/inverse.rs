//! From 0-100 back to natural units, read off a finished column.

use super::factor::FactorColumn;
use crate::math::{exp_m1, ln_1p, logit, sigmoid};

/// Values looked at to be sure of the scale.
const LOOKED_AT: usize = 16;

/// The scale of a column turned round. Only values strictly between 0 and 100 tell anything of it, and at least two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inverse {
    share: bool,
    at_zero: f64,
    slope: f64,
}

impl Inverse {
    /// Reads the scale off the values of a column; `None` where it is neither that of amounts nor that of shares.
    pub fn learn(column: &FactorColumn) -> Option<Inverse> {
        let inside =
            || (0..column.score.len()).filter(|i| column.score[*i] > 0.0 && column.score[*i] < 100.0);
        let by_score = |a: &usize, b: &usize| column.score[*a].total_cmp(&column.score[*b]);
        let (low, high) = (inside().min_by(by_score)?, inside().max_by(by_score)?);
        let (from, to) = (column.score[low], column.score[high]);
        if to - from < 1e-6 {
            return None;
        }
        let step = (inside().count() / LOOKED_AT).max(1);
        [false, true].into_iter().find_map(|share| {
            let (x, y) = (bend(share, column.natural[low]), bend(share, column.natural[high]));
            let slope = (y - x) / (to - from);
            let inverse = Inverse { share, at_zero: x - slope * from, slope };
            let fits = |i: usize| {
                let found = inverse.at_zero + slope * column.score[i];
                (found - bend(share, column.natural[i])).abs() <= 1e-7 * (1.0 + found.abs())
            };
            let known = slope > 0.0 && slope.is_finite() && inside().step_by(step).all(fits);
            // Two points lie on any line: a third has to agree, or the kind stays open.
            (known && inside().nth(2).is_some()).then_some(inverse)
        })
    }

    /// The natural value that scores so much.
    pub fn natural(&self, score: f64) -> f64 {
        let bent = self.at_zero + self.slope * score;
        if self.share { sigmoid(bent) } else { exp_m1(bent) }
    }
}

fn bend(share: bool, natural: f64) -> f64 {
    if share { logit(natural) } else { ln_1p(natural) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{SubFactor, Unit};

    #[test]
    fn amounts_and_shares_are_found_again() {
        let amounts: Vec<f64> = (0..400).map(|i| f64::from(i * i % 1009)).collect();
        let column = FactorColumn::of_amounts(SubFactor::Popularity, Unit::Followers, amounts.clone());
        let inverse = Inverse::learn(&column).unwrap();
        let inside = |i: &usize| column.score[*i] > 0.0 && column.score[*i] < 100.0;
        for i in (0..400).filter(inside) {
            let found = inverse.natural(column.score[i]);
            assert!((found - amounts[i]).abs() < 1e-6 * (1.0 + amounts[i]), "{found} {}", amounts[i]);
        }
        let shares: Vec<f64> = (1..200).map(|i| f64::from(i) / 200.0).collect();
        let column = FactorColumn::of_shares(SubFactor::Frequency, Unit::ShareOfWeeks, shares, &[false; 199]);
        let found = Inverse::learn(&column).unwrap().natural(column.score[99]);
        assert!((found - 0.5).abs() < 1e-9, "{found}");
    }

    #[test]
    fn what_is_no_known_scale_is_not_turned_round() {
        let column = |score: Vec<f64>, natural: Vec<f64>| FactorColumn {
            name: SubFactor::Trust,
            unit: Unit::Credit,
            natural,
            score,
            missing: None,
        };
        assert_eq!(Inverse::learn(&column(vec![10.0, 20.0, 50.0], vec![1.0, 7.0, 8.0])), None);
        assert_eq!(Inverse::learn(&column(vec![50.0; 5], vec![3.0; 5])), None);
        assert_eq!(Inverse::learn(&column(vec![f64::NAN, 0.0, 100.0], vec![f64::NAN, 0.0, 9.0])), None);
        assert_eq!(
            Inverse::learn(&column(vec![10.0, 20.0], vec![1.0, 7.0])),
            None,
            "two points fit anything"
        );
    }
}
