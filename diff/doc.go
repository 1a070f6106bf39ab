// Package diff finds what changed between two texts, paragraph by paragraph, then word by word.
//
// It takes strings and gives matches and segments. It knows nothing of resolutions: what a caller knows of the field
// comes in through Hints.
//
//	matches := diff.Align(older, newer)                  // which paragraph became which
//	segments := diff.Words(older[i], newer[j])           // what changed in it
//	same := diff.Canonical(a) == diff.Canonical(b)       // the one meaning of "the same words"
//
// # Words
//
// A text is cut into tokens (token.go): words with what belongs inside them, single Han characters, single signs. Each
// token is numbered by its canonical spelling (canonical.go, vocabulary.go), so that typography is no difference, and
// the shortest edit between the two lists of numbers is found (hunks.go). Then the changes are tidied for a reader
// (cleanup.go): what a mere function word parts is joined, an insertion is slid to where it reads as a phrase, a change in Chinese takes in
// whole words (compounds.go). Last the
// tokens become text again (render.go); white space goes where it changes least. Because the last step walks through both
// texts and names every stretch as it passes, no byte can get lost, whatever the steps before it decided.
//
// # Paragraphs
//
// Aligning prose is not aligning lines. Few paragraphs of next year's resolution are equal to one of last year's; they
// are reworded, they swap places, two become one; and boilerplate makes strangers look alike. So nothing is decided by
// equality or by place alone. The steps, each in its file:
//
//  1. Prepare (text.go, phrasebook.go, comparer.go). A paragraph is a list of words, and of phrases of two words. A word weighs what it
//     tells, ln(1+n/df); a phrase weighs 1/(df-1), for every further paragraph that holds it divides its testimony.
//  2. First order (verbatim.go). Paragraphs with the same words that stand once in each text tell where the rest belongs.
//  3. Candidates (candidate.go, phrases.go). A paragraph is compared with those that share its rarest phrases and with
//     those that stand about where it should. This is what keeps the work near-linear. One that has a verbatim partner
//     needs no other, unless that may be a double of what was reworded in its place (doubles.go).
//  4. Likeness (comparer.go, sequence.go, bag.go). Half order, half topic; half "the same", half "found in the other":
//     a paragraph that doubles in length is still this paragraph. How it ends speaks for or against (ending.go).
//  5. Place (place.go). A likeness is paid for with the odds of the place: nothing for the only one in the gap, more for
//     one of many, more still for one that would have moved, the farther the more. One scale, no table of thresholds.
//  6. Choice (choose.go). The most certain pair first; then each pair puts on offer what could explain the words it
//     leaves over (overlap.go, part.go): a further part, a further source. A merged paragraph may keep ten words of fifty, if they
//     are found nowhere else. Mergers compete with pairs in one queue, so neither takes what belongs to the other.
//  7. Again. With the order that came out, steps 5 and 6 run once more from the beginning, so that no early mistake
//     stays.
//  8. Moves (matches.go, order.go). Only now, over all pairs, the longest common order is found; what stands outside it
//     has moved.
//
// The work is done in one fixed direction of the two texts and turned round if need be, so that swapping them swaps the
// answer. Nothing depends on time, on chance, or on the order of a map.
//
// # Years
//
// Trace (trace.go) strings the alignments of neighbouring texts together to lineages. What one text lacks and a later one
// has again is joined over the gap (restore.go): the same words at once, similar ones only if more than half of them
// return. Births (births.go) carries the words of a paragraph along its lineages and says in which text each was first
// seen; what was deleted is remembered, so that a phrase that returns or moves keeps its year.
//
// # Cost
//
// Aligning n paragraphs costs O(n log n) and some thirty comparisons a paragraph, each one step for every word of the
// one and every 64 words of the other. Tracing k texts costs k-1 alignments and one more of what was dropped. How it was found, with figures, is in docs/comparing.md.
package diff
