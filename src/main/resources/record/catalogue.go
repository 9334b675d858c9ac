package main

// What the entries of each kind hold, as the catalogue beside this file says.

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// form of both times of an entry: UTC, milliseconds.
const form = "2006-01-02T15:04:05.000Z"

// catalogue is entry-schemas.csv.
type catalogue struct {
	bodies map[string]*place          // by kind and version, like "vote-cast 1"
	codes  map[string]map[string]bool // lists of codes by their names
	sum    string                     // SHA-256 of the file
	told   map[string]bool            // the SHA-256 that entries tell of it
	schema int64                      // of the entry before
	latest time.Time                  // when the entry before was recorded
	decide map[string]int64           // entries of decisions by the ids of these
	fit    int
}

// place is one place of a body. Those below go by their names; a star is each element of a list and each value of a map.
type place struct {
	required bool
	types    []string
	below    map[string]*place
}

func object() *place {
	return &place{true, []string{"object"}, map[string]*place{}}
}

// forms of texts; the other types are told apart in fits.
var forms = map[string]*regexp.Regexp{
	"id":   regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`),
	"code": regexp.MustCompile(`^[A-Za-z0-9_:/+=-]{1,200}$`),
	"hash": regexp.MustCompile(`^[0-9a-f]{64}$`),
	"date": regexp.MustCompile(`^\d{4}-\d\d-\d\d$`),
	"time": regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$`),
}

// types without a form; besides them there are the lists of codes, like "code of tiers".
const types = " person system nobody integer flag text name account empty list object map "

var whole = regexp.MustCompile(`^-?\d+$`)

func readCatalogue(file string) *catalogue {
	text, err := os.ReadFile(file)
	must(err, "catalogue of entries")
	sum := sha256.Sum256(text)
	c := &catalogue{map[string]*place{}, map[string]map[string]bool{}, hex.EncodeToString(sum[:]), map[string]bool{}, 0, time.Time{}, map[string]int64{}, 0}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if lines[0] != "kind,version,place,required,type" {
		fail("entry-schemas.csv is no catalogue of entries")
	}
	for _, line := range lines[1:] {
		w := strings.Split(line, ",")
		if len(w) != 5 {
			fail("entry-schemas.csv has a line that is none of a catalogue: " + line)
		}
		if w[0] == "codes" {
			c.codes[w[2]] = map[string]bool{}
			for _, code := range strings.Split(w[4], " or ") {
				c.codes[w[2]][code] = true
			}
		} else {
			c.add(w[0]+" "+w[1], strings.Split(w[2], "/"), &place{w[3] == "yes", strings.Split(w[4], " or "), map[string]*place{}})
		}
	}
	return c
}

func (c *catalogue) add(kind string, steps []string, p *place) {
	if c.bodies[kind] == nil {
		c.bodies[kind] = object()
		c.bodies[kind].below["facts"] = object()
	}
	for _, t := range p.types {
		if forms[t] == nil && !strings.Contains(types, " "+t+" ") && c.list(t) == nil {
			fail("entry-schemas.csv names no type: " + t)
		}
	}
	above, last := c.bodies[kind], len(steps)-1
	for _, step := range steps[1:last] {
		if above = above.below[step]; above == nil {
			fail("entry-schemas.csv names a place of " + kind + " before the one it lies in")
		}
	}
	above.below[steps[last]] = p
}

func (c *catalogue) list(t string) map[string]bool {
	if !strings.HasPrefix(t, "code of ") {
		return nil
	}
	return c.codes[strings.TrimPrefix(t, "code of ")]
}

// check holds an entry against the schema of its kind. Those of before the fourth form of entries name none, and none of them may follow.
func (c *catalogue) check(e entry) {
	schema, err := strconv.ParseInt(fmt.Sprint(e.fields["schema"]), 10, 64)
	if err != nil || schema < 1 || schema > 4 || schema < c.schema {
		e.fail(fmt.Sprintf("is of schema %v, behind one of schema %d", e.fields["schema"], c.schema))
	}
	c.schema = schema
	if fmt.Sprint(e.fields["seq"]) != strconv.FormatInt(e.n, 10) {
		e.fail(fmt.Sprintf("says seq %v", e.fields["seq"]))
	}
	c.times(e)
	c.demandOnce(e)
	if schema == 4 {
		c.fits(e)
	}
	e.demandForm(schema)
	if changes, _ := e.facts()["changes"].([]interface{}); e.fields["kind"] == "settings-changed" {
		for _, change := range changes {
			if one, _ := change.(map[string]interface{}); one["setting"] == "file record/entry-schemas.csv" {
				c.told[fmt.Sprint(one["new"])] = true
			}
		}
	}
}

// times holds both times of an entry against their form, and when it was recorded against the entry before: clocks of several machines
// differ by a second, and only an entry that says that the clock was set back goes back. Times of acts that name nobody are those of
// a day. Entries of the first schema went back unannounced.
func (c *catalogue) times(e entry) {
	var recorded time.Time
	for _, field := range []string{"occurredAt", "recordedAt"} {
		text, _ := e.fields[field].(string)
		at, err := time.Parse(form, text)
		if err != nil || at.Format(form) != text {
			e.fail("says no time in " + field)
		}
		recorded = at
	}
	if e.fields["actor"] == "-" {
		return
	}
	if recorded.Before(c.latest.Add(-time.Second)) && e.fields["kind"] != "clock-set-back" && c.schema > 1 {
		e.fail("was recorded at a time before the entries in front of it")
	}
	c.latest = recorded
}

// demandOnce refuses a second decision under the id of an earlier one.
func (c *catalogue) demandOnce(e entry) {
	id, there := e.facts()["decisionId"]
	if e.fields["kind"] != "decision-recorded" || !there {
		return
	}
	if earlier, twice := c.decide[fmt.Sprint(id)]; twice {
		e.fail(fmt.Sprintf("records the same decision as entry %d", earlier))
	}
	c.decide[fmt.Sprint(id)] = e.n
}

func (c *catalogue) fits(e entry) {
	kind := fmt.Sprintf("%v %v", e.fields["kind"], e.fields["version"])
	body := c.bodies[kind]
	if body == nil {
		e.fail("is of a kind and version that the catalogue does not know: " + kind)
	}
	described := map[string]interface{}{}
	for _, name := range []string{"contract", "actor", "facts"} {
		if value, there := e.fields[name]; there {
			described[name] = value
		}
	}
	c.hold(e, kind, body, "", described)
	c.fit++
}

// hold compares one value with its place, and what lies in it with the places below.
func (c *catalogue) hold(e entry, kind string, p *place, at string, value interface{}) {
	fitting, open := false, false
	for _, t := range p.types {
		fitting = fitting || c.isOf(e, t, at, value)
		open = open || t == "map"
	}
	if !fitting {
		e.fail(fmt.Sprintf("does not fit %s: %s is not %s", kind, at, strings.Join(p.types, " or ")))
	}
	below := func(name, step string, value interface{}) {
		step = at + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(step)
		if p.below[name] == nil {
			e.fail("does not fit " + kind + ": " + step + " is unknown")
		}
		c.hold(e, kind, p.below[name], step, value)
	}
	switch v := value.(type) {
	case []interface{}:
		for i, one := range v {
			below("*", strconv.Itoa(i), one)
		}
	case map[string]interface{}:
		for name, one := range v {
			if open {
				below("*", name, one)
			} else {
				below(name, name, one)
			}
		}
		for name, place := range p.below {
			if _, there := v[name]; place.required && !there && !open {
				e.fail("does not fit " + kind + ": " + at + "/" + name + " is missing")
			}
		}
	}
}

// isOf tells whether a value is of a type of the catalogue.
func (c *catalogue) isOf(e entry, t, at string, value interface{}) bool {
	switch v := value.(type) {
	case json.Number:
		return t == "integer" && whole.MatchString(v.String())
	case bool:
		return t == "flag"
	case []interface{}:
		return t == "list"
	case map[string]interface{}:
		return t == "object" || t == "map"
	case string:
		_, person := e.persons[at]
		_, text := e.texts[at]
		switch t {
		case "name":
			return true
		case "empty":
			return v == ""
		case "system":
			return v == "system"
		case "nobody":
			return v == "-"
		case "person":
			return v == "*" && person
		case "account":
			return v == "*" && person || v == "system" || v == "-"
		case "text":
			return v == "*" && text || v == "" || forms["code"].MatchString(v) || forms["time"].MatchString(v)
		}
		form := forms[t]
		return form != nil && form.MatchString(v) || c.list(t)[v]
	}
	return false
}

// end believes the catalogue where the record tells its hash, which it does at each start of the application.
func (c *catalogue) end() {
	if len(c.told) > 0 && !c.told[c.sum] {
		fail("entry-schemas.csv is not the catalogue whose hash the record tells")
	}
	fmt.Printf("ok       %d entries hold what the schema of their kind says, and nothing else\n", c.fit)
	if len(c.told) == 0 {
		fmt.Println("note     no entry shown here tells the hash of entry-schemas.csv. Compare it with one you have from elsewhere:")
		fmt.Println("         " + c.sum)
	}
}
