// Package widgets draws: paragraphs of documents, long lists of them, the overview strip, the marks of agreement, and
// the colours of the window. It knows texts and marks, and nothing of libraries, comparisons or commands.
package widgets
