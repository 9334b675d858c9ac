package main

// What an entry is, and the values that it only commits to.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/mod/sumdb/tlog"
)

// entry is the body of one, and by place in it the hashes that it commits to.
type entry struct {
	n              int64
	fields         map[string]interface{}
	persons, texts map[string]string
}

func readEntry(n int64, body []byte) entry {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	e := entry{n, nil, map[string]string{}, map[string]string{}}
	fields, isObject := e.read(d).(map[string]interface{})
	if _, err := d.Token(); !isObject || err != io.EOF {
		e.fail("is not one object of JSON")
	}
	e.fields = fields
	for name, commitments := range map[string]map[string]string{"persons": e.persons, "texts": e.texts} {
		all, _ := fields[name].(map[string]interface{})
		for at, hash := range all {
			commitments[at] = fmt.Sprint(hash)
		}
	}
	return e
}

// read refuses a field that is there twice: programs differ in which of the two they take.
func (e entry) read(d *json.Decoder) interface{} {
	token, err := d.Token()
	must(err, fmt.Sprintf("entry %d", e.n))
	switch token {
	case json.Delim('{'):
		object := map[string]interface{}{}
		for d.More() {
			name := fmt.Sprint(e.read(d))
			if _, twice := object[name]; twice {
				e.fail("has the field " + name + " twice")
			}
			object[name] = e.read(d)
		}
		d.Token()
		return object
	case json.Delim('['):
		list := []interface{}{}
		for d.More() {
			list = append(list, e.read(d))
		}
		d.Token()
		return list
	}
	return token
}

func (e entry) fail(what string) {
	fail(fmt.Sprintf("entry %d %s", e.n, what))
}

func (e entry) facts() map[string]interface{} {
	facts, _ := e.fields["facts"].(map[string]interface{})
	return facts
}

// demandForm holds an entry against what is asked of every kind: no field that the schema does not have, and a star wherever it commits.
func (e entry) demandForm(schema int64) {
	for name, value := range e.fields {
		switch name {
		case "schema", "seq", "kind", "contract", "actor", "occurredAt", "recordedAt", "facts":
			continue
		case "persons", "texts":
			if schema > 1 {
				continue
			}
		case "version":
			if schema > 3 {
				continue
			}
		case "padding":
			zeros, isText := value.(string)
			if schema > 1 && e.fields["actor"] == "-" && isText && strings.Trim(zeros, "0") == "" {
				continue
			}
			e.fail("has a padding that is not empty")
		}
		e.fail("has an unknown field " + name)
	}
	_, persons := e.fields["persons"].(map[string]interface{})
	_, texts := e.fields["texts"].(map[string]interface{})
	if e.facts() == nil || schema > 1 && !(persons && texts) {
		e.fail("does not say its facts, or what it commits to")
	}
	stars := map[string]bool{}
	starsOf("", e.fields, stars)
	for _, commitments := range []map[string]string{e.persons, e.texts} {
		for at, hash := range commitments {
			if !stars[at] || !forms["hash"].MatchString(hash) {
				e.fail("commits to " + at + ", where no star is, or by no hash")
			}
		}
	}
}

// starsOf puts down where a star stands (RFC 6901).
func starsOf(at string, value interface{}, stars map[string]bool) {
	switch v := value.(type) {
	case string:
		stars[at] = v == "*"
	case []interface{}:
		for i, one := range v {
			starsOf(at+"/"+strconv.Itoa(i), one, stars)
		}
	case map[string]interface{}:
		for name, one := range v {
			starsOf(at+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name), one, stars)
		}
	}
}

// integer is one as RFC 8785 writes it; larger ones than 2^53 - 1 and fractions are in no entry.
var integer = regexp.MustCompile(`^(0|-?[1-9][0-9]{0,15})$`)

// demandCanonical refuses another spelling of the same entry than that of RFC 8785.
func (e entry) demandCanonical(body []byte) {
	var spelt bytes.Buffer
	e.spell(e.fields, &spelt)
	if !bytes.Equal(spelt.Bytes(), body) {
		e.fail("is not canonical JSON")
	}
}

func (e entry) spell(value interface{}, into *bytes.Buffer) {
	switch v := value.(type) {
	case string:
		spellText(v, into)
	case bool:
		into.WriteString(strconv.FormatBool(v))
	case json.Number:
		if n, err := v.Int64(); err != nil || !integer.MatchString(v.String()) || n >= 1<<53 || n <= -1<<53 {
			e.fail("is not canonical JSON: " + v.String())
		}
		into.WriteString(v.String())
	case []interface{}:
		for i, one := range v {
			into.WriteByte("[,"[min(i, 1)])
			e.spell(one, into)
		}
		into.WriteString("[]"[min(len(v), 1):])
	case map[string]interface{}:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		sort.Slice(names, func(i, j int) bool { return units(names[i]) < units(names[j]) })
		for i, name := range names {
			into.WriteByte("{,"[min(i, 1)])
			spellText(name, into)
			into.WriteByte(':')
			e.spell(v[name], into)
		}
		into.WriteString("{}"[min(len(v), 1):])
	default:
		e.fail("is not canonical JSON: it holds null")
	}
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// units sort as those of UTF-16 do.
func units(name string) string {
	var units []byte
	for _, unit := range utf16.Encode([]rune(name)) {
		units = append(units, byte(unit>>8), byte(unit))
	}
	return string(units)
}

func spellText(text string, into *bytes.Buffer) {
	into.WriteByte('"')
	for _, r := range text {
		if at := strings.IndexRune("\b\t\n\f\r\"\\", r); at >= 0 {
			into.WriteString("\\" + "btnfr\"\\"[at:at+1])
		} else if r < ' ' {
			fmt.Fprintf(into, "\\u%04x", r)
		} else {
			into.WriteRune(r)
		}
	}
	into.WriteByte('"')
}

// seals are the values that entries only commit to: what is kept of them, and what must have been erased.
type seals struct {
	kept           map[string][]string // nonce and value by number and place, like 12/actor
	missing        map[string]bool
	hidden         map[int64]tlog.Hash
	opened, erased int
}

// read reads the values of one bundle of entries, in their order; where nothing is committed to there may be no such file.
func (s *seals) read(file string, from int64, width int) {
	if _, err := os.Lstat(file); os.IsNotExist(err) {
		return
	}
	last := from
	for _, line := range lines(file) {
		w := strings.SplitN(line, " ", 4)
		if len(w) != 4 || number(w[0], file) < last || number(w[0], file) >= from+int64(width) {
			fail(file + " cannot be read: " + line)
		}
		last = number(w[0], file)
		if s.kept[w[0]+w[3]] != nil {
			fail(file + " tells twice of " + w[0] + w[3])
		}
		s.kept[w[0]+w[3]] = w[1:3]
	}
}

// check compares what one entry commits to with the values kept, and takes away what it says was erased before.
func (s *seals) check(e entry) {
	for _, commitments := range []map[string]string{e.persons, e.texts} {
		for place, hash := range commitments {
			at := strconv.FormatInt(e.n, 10) + place
			kept, ok := s.kept[at]
			if !ok {
				s.missing[at] = true
				continue
			}
			nonce, value := decoded(kept[0], at), decoded(kept[1], at)
			sum := sha256.Sum256([]byte("contract-ethics record field v1\x00" + place + "\x00" + string(nonce) + string(value)))
			if len(nonce) != 32 || hex.EncodeToString(sum[:]) != hash {
				fail("the value of " + at + " is not the one that was recorded")
			}
			delete(s.kept, at)
			s.opened++
		}
	}
	if e.fields["kind"] == "erased" {
		s.erase(e)
	}
}

func (s *seals) erase(e entry) {
	fields, isList := e.facts()["fields"].([]interface{})
	if !isList {
		e.fail("does not say what was erased")
	}
	for _, field := range fields {
		at := fmt.Sprint(field)
		of, err := strconv.ParseInt(strings.SplitN(at, "/", 2)[0], 10, 64)
		must(err, at)
		if of >= e.n {
			e.fail("erases what comes after it")
		}
		if _, hidden := s.hidden[of]; hidden {
			continue
		}
		if !s.missing[at] {
			fail(at + " is said to be erased, but it is there or never was")
		}
		delete(s.missing, at)
		s.erased++
	}
}

func (s *seals) end() {
	for at := range s.missing {
		fail("the value of " + at + " was removed, and no entry says that it was erased")
	}
	for at := range s.kept {
		fail("there is a value for " + at + ", to which no entry commits")
	}
}
