// Checks an export of the record with the libraries that verify Go's own modules (golang.org/x/mod), and nothing else: here files and
// hashes, in policy.go signatures, in entries.go entries and values, in catalogue.go what entries hold.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run EXPORT-FOLDER/*.go EXPORT-FOLDER POLICY
//
// It ends with 0 for a record that is intact by the keys and witnesses of POLICY, 1 for one that is not proven to be, 2 where it was not
// asked rightly, 3 for an export that agrees with itself and no more; go run ends with 1 instead of each of the last three and prints it.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// lines of a file have one spelling, or a changed byte could mean the same: each ends with a line feed, and nothing else ends one.
func lines(file string) []string {
	text, err := os.ReadFile(file)
	must(err, "file")
	if len(text) == 0 {
		return nil
	}
	if text[len(text)-1] != '\n' || !utf8.Valid(text) {
		fail(file + " cannot be read")
	}
	return strings.Split(string(text[:len(text)-1]), "\n")
}

func number(digits, file string) int64 {
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != digits {
		fail(file + " cannot be read: " + digits)
	}
	return n
}

func decoded(text, file string) []byte {
	value, err := base64.StdEncoding.DecodeString(text)
	if err != nil || base64.StdEncoding.EncodeToString(value) != text {
		fail(file + " cannot be read: " + text)
	}
	return value
}

func hash(text, file string) tlog.Hash {
	var hash tlog.Hash
	if copy(hash[:], decoded(text, file)) != len(hash) || len(decoded(text, file)) != len(hash) {
		fail(file + " cannot be read: " + text)
	}
	return hash
}

// export is a folder, and what was found in it.
type export struct {
	dir      string
	known    map[string]bool // files below tile and sealed that belong there
	withheld map[int64]tlog.Hash
	stored   []tlog.Hash
}

// file is one that belongs to the export.
func (x *export) file(name string) string {
	x.known[name] = true
	return filepath.Join(x.dir, filepath.FromSlash(name))
}

func (x *export) read(name string) []byte {
	content, err := os.ReadFile(x.file(name))
	must(err, "file")
	return content
}

// ReadHashes makes it a tlog.HashReader.
func (x *export) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		hashes[i] = x.stored[at]
	}
	return hashes, nil
}

// readWithheld reads of which entries the hash alone is shown, the smallest number first.
func (x *export) readWithheld() {
	last := int64(-1)
	for _, line := range lines(x.file("withheld")) {
		w := strings.Split(line, " ")
		if len(w) != 2 || number(w[0], "withheld") <= last {
			fail("withheld cannot be read: " + line)
		}
		last = number(w[0], "withheld")
		x.withheld[last] = hash(w[1], "withheld")
	}
}

// bundle reads up to 256 entries, each behind its length in two bytes; one that is withheld has length zero, and only such a one.
func (x *export) bundle(from int64, width int, entries *catalogue, values *seals) {
	rest := x.read(name("entries", from/256, width))
	values.read(x.file(strings.Replace(name("entries", from/256, width), "tile/entries", "sealed", 1)), from, width)
	for n := from; n < from+int64(width); n++ {
		if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
			fail(fmt.Sprintf("entry %d is cut off", n))
		}
		body := rest[2 : 2+int(binary.BigEndian.Uint16(rest))]
		rest = rest[2+len(body):]
		leaf, hidden := x.withheld[n]
		if hidden != (len(body) == 0) {
			fail(fmt.Sprintf("entry %d is neither here nor named as withheld, or it is both", n))
		}
		if !hidden {
			leaf = tlog.RecordHash(body)
			e := readEntry(n, body)
			entries.check(e)
			e.demandCanonical(body)
			values.check(e)
		}
		more, err := tlog.StoredHashesForRecordHash(n, leaf, x)
		must(err, "hashes")
		x.stored = append(x.stored, more...)
	}
	if len(rest) > 0 {
		fail(fmt.Sprintf("something follows entry %d", from+int64(width)-1))
	}
}

// tiles compares the hashes of the export, level by level, with those of the entries.
func (x *export) tiles(size int64) {
	for level := 0; size>>(8*level) > 0; level++ {
		for n, left := int64(0), size>>(8*level); left > 0; n, left = n+1, left-256 {
			width := 256
			if left < 256 {
				width = int(left)
			}
			want, err := tlog.ReadTileData(tlog.Tile{H: 8, L: level, N: n, W: width}, x)
			must(err, "hashes")
			if at := name(strconv.Itoa(level), n, width); !bytes.Equal(x.read(at), want) {
				fail(at + " does not hold the hashes of the entries")
			}
		}
	}
}

// demandNoOther refuses files that somebody laid beside those that were checked: another program might read them.
func (x *export) demandNoOther() {
	for _, below := range []string{"tile", "sealed"} {
		filepath.Walk(filepath.Join(x.dir, below), func(path string, file os.FileInfo, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			must(err, "file")
			at, err := filepath.Rel(x.dir, path)
			must(err, "file")
			if !file.IsDir() && !x.known[filepath.ToSlash(at)] {
				fail(filepath.ToSlash(at) + " is none of the files of this record")
			}
			return nil
		})
	}
}

func (x *export) check(file string, t tlog.Tree) {
	root, err := tlog.TreeHash(t.N, x)
	must(err, file)
	if root != t.Hash {
		fail(file + " is not the root over these entries")
	}
}

// earlier reads the checkpoints of before: each has to be a beginning of the record.
func (x *export) earlier(p policy, newest tlog.Tree, origin string) {
	files, err := filepath.Glob(filepath.Join(x.dir, "checkpoints", "*"))
	must(err, "checkpoints")
	otherwise := 0
	for _, file := range files {
		t, by, known := p.earlier(file)
		if filepath.Base(file) != strconv.FormatInt(t.N, 10) || by != origin {
			fail(file + " is another checkpoint")
		}
		if t.N > newest.N {
			fail(file + " is larger than the newest checkpoint")
		}
		if !known {
			otherwise++
		}
		x.check(file, t)
	}
	fmt.Printf("ok       %d checkpoints are beginnings of this record, %d of them signed by keys that the policy does not name\n", len(files), otherwise)
}

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Println("check EXPORT-FOLDER POLICY")
		os.Exit(2)
	}
	dir, own := os.Args[1], len(os.Args) == 3
	file := filepath.Join(dir, "policy")
	if own {
		file = os.Args[2]
	}
	p := readPolicy(file)
	tree, origin, seen := p.newest(filepath.Join(dir, "checkpoint"))
	if !p.reached(seen) {
		fail("too few witnesses have cosigned the checkpoint")
	}
	x := &export{dir, map[string]bool{}, map[int64]tlog.Hash{}, nil}
	x.readWithheld()
	entries := readCatalogue(filepath.Join(dir, "entry-schemas.csv"))
	values := &seals{map[string][]string{}, map[string]bool{}, x.withheld, 0, 0}
	for n := int64(0); n < tree.N; n += 256 {
		width := 256
		if tree.N-n < 256 {
			width = int(tree.N - n)
		}
		x.bundle(n, width, entries, values)
	}
	for n := range x.withheld {
		if n >= tree.N {
			fail(fmt.Sprintf("entry %d is named as withheld, but it is beyond the end", n))
		}
	}
	x.check("checkpoint", tree)
	x.tiles(tree.N)
	x.demandNoOther()
	fmt.Printf("ok       %d entries, %d withheld, lead to the root of the checkpoint\n", tree.N, len(x.withheld))
	values.end()
	fmt.Printf("ok       %d values are those that entries commit to, %d were lawfully erased\n", values.opened, values.erased)
	entries.end()
	x.earlier(p, tree, origin)
	fmt.Printf("ok       %d of %d witnesses have cosigned it\n", len(seen), len(p.witness))
	end(p, own)
}

// end says what was proven, which without keys from elsewhere is little: anybody makes an export that agrees with itself.
func end(p policy, own bool) {
	if !own {
		fmt.Println("note     The keys were taken from the export itself. Compare them with keys you have from elsewhere:")
		for _, key := range p.keys {
			fmt.Println("         " + plain(key))
		}
		fmt.Println("This export agrees with itself; whose record it is was not checked: give the policy with the keys you trust.")
		os.Exit(3)
	}
	if p.quorum == "none" {
		fmt.Println("This export agrees with itself and with the keys of the policy; whether they signed another record was not checked: give a policy with witnesses you trust.")
		os.Exit(3)
	}
	fmt.Println("The record is intact.")
}
