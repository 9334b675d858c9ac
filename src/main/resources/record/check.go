// Checks an export of the record with the libraries that verify Go's own modules (golang.org/x/mod), and nothing else: here hashes and
// values, in policy.go signatures, in catalogue.go what entries hold.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run EXPORT-FOLDER/*.go EXPORT-FOLDER [POLICY]
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/mod/sumdb/tlog"
)

func must(err error, what string) {
	if err != nil {
		fail(what + ": " + err.Error())
	}
}

// plain shows words of the export on one line: what ends it or moves the cursor could say what only this program says.
func plain(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, words)
}

func fail(what string) {
	fmt.Println("problem  " + plain(what))
	fmt.Println("This export does NOT prove an intact record.")
	os.Exit(1)
}

// name of a tile as C2SP tlog-tiles has it; golang.org/x/mod puts the height in front of the level.
func name(level string, index int64, width int) string {
	path := (tlog.Tile{H: 8, L: 0, N: index, W: width}).Path()
	return "tile/" + level + strings.TrimPrefix(path, "tile/8/0")
}

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

// seals are the values that entries only commit to: what is kept of them, and what must have been erased.
type seals struct {
	kept           map[string][]string // nonce and value by number and place, like 12/actor
	missing        map[string]bool
	hidden         map[int64]tlog.Hash
	opened, erased int
}

func (s *seals) read(file string) {
	text, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return
	}
	must(err, file)
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if w := strings.SplitN(line, " ", 4); len(w) == 4 {
			s.kept[w[0]+w[3]] = w[1:3]
		}
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
			nonce, err := base64.StdEncoding.Strict().DecodeString(kept[0])
			must(err, at)
			value, err := base64.StdEncoding.Strict().DecodeString(kept[1])
			must(err, at)
			sum := sha256.Sum256([]byte("contract-ethics record field v1\x00" + place + "\x00" + string(nonce) + string(value)))
			if len(nonce) != 32 || hex.EncodeToString(sum[:]) != hash {
				fail("the value of " + at + " is not the one that was recorded")
			}
			delete(s.kept, at)
			s.opened++
		}
	}
	if e.fields["kind"] != "erased" {
		return
	}
	fields, _ := e.facts()["fields"].([]interface{})
	for _, field := range fields {
		at := fmt.Sprint(field)
		of, err := strconv.ParseInt(strings.SplitN(at, "/", 2)[0], 10, 64)
		must(err, at)
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

func main() {
	if len(os.Args) < 2 {
		fmt.Println("check EXPORT-FOLDER [POLICY]")
		os.Exit(2)
	}
	dir := os.Args[1]
	file := filepath.Join(dir, "policy")
	if len(os.Args) > 2 {
		file = os.Args[2]
	}
	p := readPolicy(file)
	tree, seen := p.open(filepath.Join(dir, "checkpoint"), false)
	if !p.reached(p.quorum, seen) {
		fail("too few witnesses have cosigned the checkpoint")
	}
	withheld := map[int64]tlog.Hash{}
	text, err := os.ReadFile(filepath.Join(dir, "withheld"))
	must(err, "withheld")
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if w := strings.Fields(line); len(w) == 2 {
			n, err := strconv.ParseInt(w[0], 10, 64)
			must(err, "withheld")
			withheld[n], err = tlog.ParseHash(w[1])
			must(err, "withheld")
		}
	}
	entries := readCatalogue(filepath.Join(dir, "entry-schemas.csv"))
	sealed := seals{kept: map[string][]string{}, missing: map[string]bool{}, hidden: withheld}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, at := range indexes {
			hashes[i] = stored[at]
		}
		return hashes, nil
	})
	for n := int64(0); n < tree.N; {
		width := 256
		if tree.N-n < 256 {
			width = int(tree.N - n)
		}
		bundle, err := os.ReadFile(filepath.Join(dir, name("entries", n/256, width)))
		must(err, "entries")
		sealed.read(filepath.Join(dir, strings.Replace(name("entries", n/256, width), "tile/entries", "sealed", 1)))
		var level []byte
		for i := 0; i < width; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				fail(fmt.Sprintf("entry %d is cut off", n))
			}
			body := bundle[2 : 2+int(binary.BigEndian.Uint16(bundle))]
			bundle = bundle[2+len(body):]
			leaf, hidden := withheld[n]
			if len(body) > 0 {
				leaf = tlog.RecordHash(body)
				e := readEntry(n, body)
				entries.check(e)
				sealed.check(e)
			} else if !hidden {
				fail(fmt.Sprintf("entry %d is missing", n))
			}
			more, err := tlog.StoredHashesForRecordHash(n, leaf, reader)
			must(err, "hashes")
			stored = append(stored, more...)
			level = append(level, leaf[:]...)
			n++
		}
		tile, err := os.ReadFile(filepath.Join(dir, name("0", (n-1)/256, width)))
		must(err, "tile")
		if !bytes.Equal(tile, level) {
			fail("a tile does not hold the hashes of the entries")
		}
	}
	check := func(file string, t tlog.Tree) {
		root, err := tlog.TreeHash(t.N, reader)
		must(err, file)
		if root != t.Hash {
			fail(file + " is not the root over these entries")
		}
	}
	check("checkpoint", tree)
	earlier, err := filepath.Glob(filepath.Join(dir, "checkpoints", "*"))
	must(err, "checkpoints")
	for _, file := range earlier {
		t, _ := p.open(file, true)
		if t.N > tree.N {
			fail(file + " is larger than the newest checkpoint")
		}
		check(file, t)
	}
	fmt.Printf("ok       %d entries, %d withheld, lead to the root of the checkpoint\n", tree.N, len(withheld))
	sealed.end()
	fmt.Printf("ok       %d values are those that entries commit to, %d were lawfully erased\n", sealed.opened, sealed.erased)
	entries.end()
	fmt.Printf("ok       %d checkpoints are beginnings of this record\n", len(earlier))
	fmt.Printf("ok       %d of %d witnesses have cosigned it\n", len(seen), p.witness)
	fmt.Println("The record is intact.")
}
