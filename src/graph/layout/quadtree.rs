//! The quadtree of Barnes and Hut: far groups of nodes act as one.
//!
//! Nodes are sorted along the Morton curve; a cell is a run of that order. Cells lie in depth-first order, each with
//! the place where its subtree ends, so that building and walking need neither recursion nor pointers.

/// Nodes of a leaf at the most, unless they share a place of the grid. Chosen by measurement.
const LEAF: usize = 32;
/// Nodes that are pushed together: two vectors of four.
const LANES: usize = 8;
/// Bits of a coordinate on the grid, and of a digit of the sort.
const GRID_BITS: u32 = 16;
const DIGIT_BITS: u32 = 11;

/// Passes of the sort.
pub(super) const PASSES: u32 = (2 * GRID_BITS).div_ceil(DIGIT_BITS);

/// A run of nodes that lie together.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// Centre of mass.
    x: f32,
    y: f32,
    mass: f32,
    /// Longest side of the box around its nodes, squared.
    size: f32,
    /// The first cell that is not part of this one.
    end: u32,
    /// Its nodes in the order of the curve.
    first: u32,
    nodes: u32,
    /// Whether it is not divided.
    leaf: bool,
}

/// What bounds a set of nodes: lowest and highest coordinates.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    low: [f32; 2],
    high: [f32; 2],
}

impl Bounds {
    const NONE: Bounds = Bounds { low: [f32::INFINITY; 2], high: [f32::NEG_INFINITY; 2] };

    #[inline]
    fn add(&mut self, low: [f32; 2], high: [f32; 2]) {
        for side in 0..2 {
            self.low[side] = self.low[side].min(low[side]);
            self.high[side] = self.high[side].max(high[side]);
        }
    }

    fn longest(&self) -> f32 {
        (self.high[0] - self.low[0]).max(self.high[1] - self.low[1])
    }
}

/// The tree over the present places of the nodes. Memory: about 50 bytes a node.
#[derive(Debug, Default)]
pub(super) struct Quadtree {
    key: Vec<u32>,
    other_key: Vec<u32>,
    /// Nodes along the curve.
    order: Vec<u32>,
    other_order: Vec<u32>,
    /// Their places and masses in that order.
    x: Vec<f32>,
    y: Vec<f32>,
    mass: Vec<f32>,
    cells: Vec<Cell>,
    parent: Vec<u32>,
    bounds: Vec<Bounds>,
    leaves: Vec<u32>,
    pushed_by: Pushers,
}

/// What pushes one leaf: places and masses of far cells and near nodes.
#[derive(Debug, Default)]
struct Pushers {
    x: Vec<f32>,
    y: Vec<f32>,
    mass: Vec<f32>,
}

impl Pushers {
    fn clear(&mut self) {
        self.x.clear();
        self.y.clear();
        self.mass.clear();
    }

    #[inline]
    fn add(&mut self, x: f32, y: f32, mass: f32) {
        self.x.push(x);
        self.y.push(y);
        self.mass.push(mass);
    }
}

impl Quadtree {
    /// Gives each node its key on the curve. O(nodes).
    pub(super) fn place(&mut self, at: &[[f32; 2]]) {
        let mut bounds = Bounds::NONE;
        for place in at {
            bounds.add(*place, *place);
        }
        let side = bounds.longest().max(f32::MIN_POSITIVE);
        let scale = (((1_u32 << GRID_BITS) - 1) as f32 / side).min(f32::MAX);
        self.key.clear();
        self.order.clear();
        for (node, place) in at.iter().enumerate() {
            // Conversion to integers saturates: nothing leaves the grid.
            let (x, y) = ((place[0] - bounds.low[0]) * scale, (place[1] - bounds.low[1]) * scale);
            self.key.push(spread(x as u32 & 0xffff) | spread(y as u32 & 0xffff) << 1);
            self.order.push(node as u32);
        }
    }

    /// One pass of the sort along the curve, from 0 to [`PASSES`]. O(nodes).
    pub(super) fn sort(&mut self, pass: u32) {
        let shift = pass * DIGIT_BITS;
        let digit = |key: u32| (key >> shift) as usize & ((1 << DIGIT_BITS) - 1);
        let mut start = [0_u32; 1 << DIGIT_BITS];
        for key in &self.key {
            start[digit(*key)] += 1;
        }
        let mut total = 0;
        for count in &mut start {
            total += std::mem::replace(count, total);
        }
        self.other_key.resize(self.key.len(), 0);
        self.other_order.resize(self.key.len(), 0);
        for (key, node) in self.key.iter().zip(&self.order) {
            let place = &mut start[digit(*key)];
            self.other_key[*place as usize] = *key;
            self.other_order[*place as usize] = *node;
            *place += 1;
        }
        std::mem::swap(&mut self.key, &mut self.other_key);
        std::mem::swap(&mut self.order, &mut self.other_order);
    }

    /// Divides the sorted nodes into cells. O(nodes).
    pub(super) fn build(&mut self, at: &[[f32; 2]], mass: &[f32]) {
        self.x.clear();
        self.y.clear();
        self.mass.clear();
        for node in &self.order {
            self.x.push(at[*node as usize][0]);
            self.y.push(at[*node as usize][1]);
            self.mass.push(mass[*node as usize]);
        }
        self.divide();
        self.sum_up();
    }

    fn divide(&mut self) {
        self.cells.clear();
        self.parent.clear();
        self.leaves.clear();
        let mut waiting = vec![(0_u32, self.order.len() as u32, u32::MAX)];
        while let Some((first, past, parent)) = waiting.pop() {
            let differ = self.key[first as usize] ^ self.key[past as usize - 1];
            let leaf = (past - first) as usize <= LEAF || differ == 0;
            let number = self.cells.len() as u32;
            self.cells.push(Cell { first, nodes: past - first, leaf, ..Cell::default() });
            self.parent.push(parent);
            if leaf {
                self.leaves.push(number);
                continue;
            }
            // The first level whose quadrants part the nodes; those above it have one child and are left out.
            let shift = (31 - differ.leading_zeros()) & !1;
            let mut past = past;
            for quadrant in (0..4).rev() {
                let run = &self.key[first as usize..past as usize];
                let from = first + run.partition_point(|key| key >> shift & 3 < quadrant) as u32;
                if from < past {
                    waiting.push((from, past, number));
                }
                past = from;
            }
        }
    }

    /// Masses, centres and sizes, from the last cell to the first: parts before the whole.
    fn sum_up(&mut self) {
        self.bounds.clear();
        self.bounds.resize(self.cells.len(), Bounds::NONE);
        for number in (0..self.cells.len()).rev() {
            let mut cell = self.cells[number];
            if cell.leaf {
                for i in cell.first as usize..(cell.first + cell.nodes) as usize {
                    let (x, y, mass) = (self.x[i], self.y[i], self.mass[i]);
                    cell.x += x * mass;
                    cell.y += y * mass;
                    cell.mass += mass;
                    self.bounds[number].add([x, y], [x, y]);
                }
            }
            cell.end = cell.end.max(number as u32 + 1);
            let (sum_x, sum_y) = (cell.x, cell.y);
            cell.x /= cell.mass;
            cell.y /= cell.mass;
            let bounds = self.bounds[number];
            cell.size = bounds.longest() * bounds.longest();
            self.cells[number] = cell;
            if let Some(whole) = self.cells.get_mut(self.parent[number] as usize) {
                whole.x += sum_x;
                whole.y += sum_y;
                whole.mass += cell.mass;
                whole.end = whole.end.max(cell.end);
                self.bounds[self.parent[number] as usize].add(bounds.low, bounds.high);
            }
        }
    }

    /// How many leaves there are.
    pub(super) fn leaves(&self) -> usize {
        self.leaves.len()
    }

    /// Adds to the nodes of one leaf the push of all others, `strength × mass × mass / distance`, softened below the
    /// distance √`soft`. A cell whose longest side is less than √`opening` times its distance from the leaf acts as one.
    pub(super) fn push(
        &mut self,
        leaf: usize,
        strength: f32,
        opening: f32,
        soft: f32,
        force: &mut [[f32; 2]],
    ) {
        let number = self.leaves[leaf] as usize;
        let bounds = self.bounds[number];
        self.pushed_by.clear();
        let mut at = 0;
        while let Some(cell) = self.cells.get(at) {
            let dx = (bounds.low[0] - cell.x).max(cell.x - bounds.high[0]).max(0.0);
            let dy = (bounds.low[1] - cell.y).max(cell.y - bounds.high[1]).max(0.0);
            let far = cell.size < opening * (dx * dx + dy * dy);
            // More nodes in one place of the grid than a leaf takes: as one, or time would be quadratic.
            if far || (cell.leaf && cell.nodes as usize > LEAF) {
                self.pushed_by.add(cell.x, cell.y, cell.mass);
                at = cell.end as usize;
            } else {
                if cell.leaf {
                    for i in cell.first as usize..(cell.first + cell.nodes) as usize {
                        self.pushed_by.add(self.x[i], self.y[i], self.mass[i]);
                    }
                }
                at += 1;
            }
        }
        let Cell { first, nodes, .. } = self.cells[number];
        let (mut from, past) = (first as usize, (first + nodes) as usize);
        while from < past {
            let to = past.min(from + LANES);
            let (mut x, mut y) = ([0.0; LANES], [0.0; LANES]);
            x[..to - from].copy_from_slice(&self.x[from..to]);
            y[..to - from].copy_from_slice(&self.y[from..to]);
            let pushed = pushed(&x, &y, &self.pushed_by, soft);
            for (lane, i) in (from..to).enumerate() {
                let total = &mut force[self.order[i] as usize];
                total[0] += strength * self.mass[i] * pushed.0[lane];
                total[1] += strength * self.mass[i] * pushed.1[lane];
            }
            from = to;
        }
    }
}

/// The push on a few places at once, before their own mass: `Σ mass × (place − pusher) / (distance² + soft)`.
#[inline(never)]
fn pushed(x: &[f32; LANES], y: &[f32; LANES], by: &Pushers, soft: f32) -> ([f32; LANES], [f32; LANES]) {
    let (mut push_x, mut push_y) = ([0.0_f32; LANES], [0.0_f32; LANES]);
    for ((by_x, by_y), mass) in by.x.iter().zip(&by.y).zip(&by.mass) {
        for lane in 0..LANES {
            let (dx, dy) = (x[lane] - by_x, y[lane] - by_y);
            let share = mass / (dx * dx + dy * dy + soft);
            push_x[lane] += dx * share;
            push_y[lane] += dy * share;
        }
    }
    (push_x, push_y)
}

/// The 16 bits of a coordinate at every second place.
#[inline]
fn spread(bits: u32) -> u32 {
    let bits = (bits | bits << 8) & 0x00ff_00ff;
    let bits = (bits | bits << 4) & 0x0f0f_0f0f;
    let bits = (bits | bits << 2) & 0x3333_3333;
    (bits | bits << 1) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::rng::Stream;

    /// Pushes on all nodes, by the tree or, with an opening of 0, pair by pair.
    fn pushes(at: &[[f32; 2]], mass: &[f32], opening: f32) -> Vec<[f32; 2]> {
        let mut tree = Quadtree::default();
        tree.place(at);
        (0..PASSES).for_each(|pass| tree.sort(pass));
        tree.build(at, mass);
        let mut force = vec![[0.0; 2]; at.len()];
        for leaf in 0..tree.leaves() {
            tree.push(leaf, 1.0, opening, 1e-6, &mut force);
        }
        force
    }

    fn pairwise(at: &[[f32; 2]], mass: &[f32]) -> Vec<[f32; 2]> {
        let one = |i: usize| {
            let mut total = [0.0_f64; 2];
            for j in 0..at.len() {
                let d = [0, 1].map(|s| f64::from(at[i][s]) - f64::from(at[j][s]));
                let share = f64::from(mass[i]) * f64::from(mass[j]) / (d[0] * d[0] + d[1] * d[1] + 1e-6);
                total = [0, 1].map(|s| total[s] + share * d[s]);
            }
            total.map(|t| t as f32)
        };
        (0..at.len()).map(one).collect()
    }

    fn scattered(nodes: usize, seed: u64) -> (Vec<[f32; 2]>, Vec<f32>) {
        let mut stream = Stream::new(seed, "scattered", 0);
        let at = (0..nodes).map(|_| [0; 2].map(|_| stream.next_f64() as f32 * 100.0)).collect();
        (at, (0..nodes).map(|_| 1.0 + stream.below(20) as f32).collect())
    }

    fn gap(a: &[[f32; 2]], b: &[[f32; 2]]) -> f64 {
        let length = |v: [f32; 2]| f64::from(v[0]).hypot(f64::from(v[1]));
        let apart: f64 = a.iter().zip(b).map(|(a, b)| length([a[0] - b[0], a[1] - b[1]])).sum();
        apart / b.iter().map(|b| length(*b)).sum::<f64>()
    }

    #[test]
    fn a_tree_that_opens_everything_is_the_sum_over_pairs() {
        for nodes in [1, 2, 16, 17, 500] {
            let (at, mass) = scattered(nodes, nodes as u64);
            let (tree, pairs) = (pushes(&at, &mass, 0.0), pairwise(&at, &mass));
            assert!(nodes == 1 || gap(&tree, &pairs) < 1e-4, "{nodes}: {}", gap(&tree, &pairs));
        }
    }

    #[test]
    fn far_groups_as_one_are_a_few_percent_off_and_the_smaller_the_opening_the_less() {
        let (at, mass) = scattered(2_000, 7);
        let pairs = pairwise(&at, &mass);
        let off = [1.2_f32, 0.8, 0.4].map(|theta| gap(&pushes(&at, &mass, theta * theta), &pairs));
        assert!(off[0] < 0.05 && off[1] < off[0] && off[2] < off[1] && off[2] < 0.005, "{off:?}");
    }

    #[test]
    fn coincident_nodes_cost_no_square_and_give_no_nan() {
        let mut at = vec![[5.0_f32; 2]; 100_000];
        at[7] = [6.0, 5.0];
        let force = pushes(&at, &vec![1.0; at.len()], 1.44);
        assert!(force.iter().flatten().all(|f| f.is_finite()));
        assert!((force[7][0] - 99_999.0).abs() < 10.0, "the lone one is pushed away: {:?}", force[7]);
    }

    #[test]
    fn keys_interleave() {
        assert_eq!(spread(0xffff), 0x5555_5555);
        assert_eq!(spread(0b1011), 0b1000101);
    }
}
