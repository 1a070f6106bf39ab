package docx

import (
	"errors"
	"path"
	"strconv"
	"strings"
	"time"
)

// noteKey names a note: footnotes and endnotes count their ids apart.
type noteKey struct {
	end bool
	id  string
}

// note is a footnote or an endnote.
type note struct{ paragraphs []paragraph }

// comment is a remark at the edge of the page.
type comment struct {
	author     string
	date       time.Time
	paragraphs []paragraph
}

// settings say how notes are counted.
type settings struct{ foot, end noteCount }

type noteCount struct {
	format string
	start  int
}

// header is a running head or foot.
type header struct {
	first      bool // of the first page only
	foot       bool
	paragraphs []paragraph
}

// relations are the parts that a part names, by their kind ("footnotes") and by their id.
type relations struct {
	kinds map[string]string
	ids   map[string]string
}

// relations reads what a part names. Names are relative to the folder of the part.
func (p *pack) relations(name string) (relations, error) {
	r := relations{map[string]string{}, map[string]string{}}
	folder, file := path.Split(name)
	root, err := p.part(path.Join(folder, "_rels", file+".rels"))
	if err != nil || root == nil {
		return r, err
	}
	for _, k := range root.kids {
		if k.attr("TargetMode") == "External" || !strings.HasSuffix(k.name, "Relationship") {
			continue
		}
		target := k.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		kind := path.Base(k.attr("Type"))
		if r.ids[k.attr("Id")] = target; r.kinds[kind] == "" {
			r.kinds[kind] = target
		}
	}
	return r, nil
}

// reading is a file being taken apart.
type reading struct {
	*pack
	file  *file
	shelf *shelf
	main  string
	names relations
}

// readParts reads everything of a file that holds words or says how they are numbered.
func readParts(p *pack) (*file, error) {
	r := &reading{pack: p, file: &file{notes: map[noteKey]note{}, comments: map[string]comment{}}}
	root, err := r.mainPart()
	if err != nil {
		return nil, err
	}
	if err := r.rules(); err != nil {
		return nil, err
	}
	body := root.get("body")
	if body == nil {
		return nil, damaged(r.main, errors.New("it has no body"))
	}
	if r.file.body, err = r.shelf.read(body); err != nil {
		return nil, err
	}
	for _, step := range []func() error{r.readNotes, r.readComments, func() error { return r.readHeaders(body) }} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	r.file.shelf = r.shelf
	return r.file, nil
}

// mainPart reads the part with the text, wherever the file keeps it.
func (r *reading) mainPart() (*node, error) {
	top, err := r.relations("")
	if err != nil {
		return nil, err
	}
	r.main = top.kinds["officeDocument"]
	if r.main == "" {
		r.main = "word/document.xml"
	}
	root, err := r.part(r.main)
	switch {
	case err != nil:
		return nil, err
	case root == nil:
		return nil, damaged(r.main, errors.New("it is missing"))
	case root.name != "document":
		return nil, damaged(r.main, errors.New("it is no text"))
	}
	r.names, err = r.relations(r.main)
	return root, err
}

// named reads a part that the text names, or that stands where such parts usually do; nil where there is none.
func (r *reading) named(kind string) (*node, error) {
	name, usual := r.names.kinds[kind], path.Join(path.Dir(r.main), kind+".xml")
	if name == "" {
		return r.part(usual)
	}
	root, err := r.part(name)
	if err == nil && root == nil {
		if root, err = r.part(usual); err == nil && root == nil {
			return nil, damaged(name, errors.New("it is missing"))
		}
	}
	return root, err
}

// rules reads styles, numbering and settings.
func (r *reading) rules() error {
	var roots [3]*node
	for i, kind := range []string{"styles", "numbering", "settings"} {
		root, err := r.named(kind)
		if err != nil {
			return err
		}
		roots[i] = root
	}
	s := readStyles(roots[0])
	r.shelf = &shelf{styles: s, numbering: readNumbering(roots[1], s), targets: map[string]*call{}}
	r.file.settings = settings{
		foot: readCount(roots[2].get("footnotePr"), noteCount{"decimal", 1}),
		end:  readCount(roots[2].get("endnotePr"), noteCount{"lowerRoman", 1}),
	}
	return nil
}

func readCount(n *node, c noteCount) noteCount {
	if f := n.get("numFmt"); f != nil {
		c.format = f.val()
	}
	c.start = n.get("numStart").number(c.start)
	return c
}

func (r *reading) readNotes() error {
	for _, kind := range []string{"footnote", "endnote"} {
		root, err := r.named(kind + "s")
		if err != nil {
			return err
		}
		if root == nil {
			continue
		}
		for _, k := range root.kids {
			if t := k.attr("type"); k.name != kind || t != "" && t != "normal" {
				continue
			}
			paragraphs, err := r.shelf.read(k)
			if err != nil {
				return err
			}
			key := noteKey{kind == "endnote", k.attr("id")}
			if r.file.notes[key] = (note{paragraphs}); len(r.file.notes) > maxNotes {
				return errTooLarge
			}
			r.file.order = append(r.file.order, key)
		}
	}
	return nil
}

func (r *reading) readComments() error {
	root, err := r.named("comments")
	if err != nil || root == nil {
		return err
	}
	for _, k := range root.kids {
		if k.name != "comment" {
			continue
		}
		paragraphs, err := r.shelf.read(k)
		if err != nil {
			return err
		}
		who := revision(k, false)
		if r.file.comments[k.attr("id")] = (comment{who.Author, who.Date, paragraphs}); len(r.file.comments) > maxNotes {
			return errTooLarge
		}
	}
	return nil
}

// readHeaders reads the running heads and feet of all sections, each part once.
func (r *reading) readHeaders(body *node) error {
	seen := map[string]bool{}
	var err error
	body.each(func(n *node) {
		if n.name != "sectPr" || err != nil {
			return
		}
		r.file.settings.take(n)
		for _, k := range n.kids {
			if k.name != "headerReference" && k.name != "footerReference" {
				continue
			}
			name := r.names.ids[k.attr("r:id")]
			if seen[name] {
				continue
			}
			seen[name] = true
			var root *node
			if root, err = r.part(name); err == nil && root == nil {
				err = damaged("a running head", errors.New("it is missing"))
			}
			if err != nil {
				return
			}
			h := header{first: k.attr("type") == "first", foot: k.name == "footerReference"}
			if h.paragraphs, err = r.shelf.read(root); err != nil {
				return
			}
			r.file.headers = append(r.file.headers, h)
		}
	})
	return err
}

// take takes what a section says of its notes, unless the settings said it.
func (s *settings) take(section *node) {
	for _, c := range []struct {
		count *noteCount
		n     *node
	}{{&s.foot, section.get("footnotePr")}, {&s.end, section.get("endnotePr")}} {
		if c.n.get("numFmt") != nil || c.n.get("numStart") != nil {
			*c.count = readCount(c.n, *c.count)
		}
	}
}

// counted writes the n-th number of a way of counting notes.
func (c noteCount) counted(n int) string {
	if text := numeral(c.start+n, c.format, ""); text != "" {
		return text
	}
	return strconv.Itoa(c.start + n)
}
