//! Lists whose places are ids: who goes through one has the id of each thing, and makes none from a number.

use super::{CaseId, GuideId, NeedId, ProductId, ServiceId, WordId};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// An id that is a place in a list.
pub trait PlaceId: Copy {
    fn at(place: usize) -> Self;
}

macro_rules! place_ids {
    ($($name:ident),*) => {
        $(
            impl PlaceId for $name {
                fn at(place: usize) -> Self {
                    Self(place)
                }
            }
        )*
    };
}

place_ids!(CaseId, GuideId, NeedId, ProductId, ServiceId, WordId);

/// All things of one kind, in the order of their ids. A slice in all else.
#[derive(Debug)]
pub struct IdTable<I, T> {
    all: Vec<T>,
    id: PhantomData<I>,
}

impl<I: PlaceId, T> IdTable<I, T> {
    /// Each thing with its id.
    pub fn pairs(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + Clone {
        self.all.iter().enumerate().map(|(place, one)| (I::at(place), one))
    }

    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.all.len()).map(I::at)
    }

    /// The first that is so.
    pub fn find(&self, is_so: impl Fn(&T) -> bool) -> Option<I> {
        self.all.iter().position(is_so).map(I::at)
    }
}

impl<I, T> From<Vec<T>> for IdTable<I, T> {
    fn from(all: Vec<T>) -> Self {
        Self { all, id: PhantomData }
    }
}

impl<I, T> FromIterator<T> for IdTable<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(all: A) -> Self {
        Vec::from_iter(all).into()
    }
}

impl<I, T> Deref for IdTable<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.all
    }
}

impl<I, T> DerefMut for IdTable<I, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.all
    }
}

impl<'a, I, T> IntoIterator for &'a IdTable<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

impl<'a, I, T> IntoIterator for &'a mut IdTable<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_has_the_id_of_its_place() {
        let table: IdTable<NeedId, &str> = ["lire", "écrire", "lire"].into_iter().collect();
        assert_eq!(
            table.pairs().collect::<Vec<_>>(),
            [(NeedId(0), "lire"), (NeedId(1), "écrire"), (NeedId(2), "lire")]
                .iter()
                .map(|(id, one)| (*id, one))
                .collect::<Vec<_>>()
        );
        assert!(table.ids().eq(table.pairs().map(|(id, _)| id)));
        assert_eq!(table.find(|one| *one == "lire"), Some(NeedId(0)));
        assert_eq!(table.find(|one| *one == "compter"), None);
    }
}
