package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"mutatis/app"
	"mutatis/app/resolution"
)

// sessionName names a session with the year in which it opened: "80th session — 2025".
func sessionName(w app.Words, session int) string {
	if session == 0 {
		return w.Say("library.no-session")
	}
	return w.Say("library.session", ordinal(w.Language, session), 1945+session)
}

// ordinal writes "80th", «80-я».
func ordinal(language string, n int) string {
	if language == "ru" {
		return strconv.Itoa(n) + "-я"
	}
	suffix := "th"
	if n/10%10 != 1 {
		suffix = map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10]
	}
	if suffix == "" {
		suffix = "th"
	}
	return strconv.Itoa(n) + suffix
}

// dateName writes an ISO date as people read it: "23 Dec 2004". What is no date stays as it is.
func dateName(w app.Words, iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	months := strings.Split(w.Say("date.months"), ",")
	return fmt.Sprintf("%d %s %d", t.Day(), months[(int(t.Month())-1)%len(months)], t.Year())
}

// caption is a text in one line of a list: its name, its date, how far it has come.
func caption(w app.Words, t app.Text) string {
	parts := []string{t.Name()}
	if t.Date != "" {
		parts = append(parts, dateName(w, t.Date))
	}
	return strings.Join(parts, " — ")
}

// detail is what tells apart texts of the same name: session, stage and language.
func detail(w app.Words, t app.Text) string {
	var parts []string
	if t.Session != 0 {
		parts = append(parts, w.Say("library.session-short", ordinal(w.Language, t.Session)))
	}
	if t.Stage != "" {
		parts = append(parts, w.Say("stage."+string(t.Stage)))
	}
	if t.Language != "" {
		parts = append(parts, languageName(w, t.Language))
	}
	return strings.Join(parts, " · ")
}

// about says of a text in one line what the library knows.
func (u *UI) about(t app.Text) string {
	parts := []string{caption(u.app.Words, t), detail(u.app.Words, t)}
	if t.Label != "" && t.Label != t.Name() {
		parts = append(parts, t.Label)
	}
	if series := u.app.SeriesTitle(t.Series); series != "" {
		parts = append(parts, series)
	}
	return strings.Join(parts, "   ·   ")
}

// languageName names a language in the words of the interface.
func languageName(w app.Words, l resolution.Language) string {
	if l == "" {
		return w.Say("language.unknown")
	}
	return w.Say("language." + string(l))
}

// cut shortens a line to so many letters.
func cut(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return strings.TrimSpace(string(letters[:most-1])) + "…"
}
