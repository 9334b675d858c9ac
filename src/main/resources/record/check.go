// Checks an export of the record with the libraries that verify Go's own modules (golang.org/x/mod), and nothing else.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run check.go EXPORT-FOLDER [POLICY]
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error, what string) {
	if err != nil {
		fail(what + ": " + err.Error())
	}
}

func fail(what string) {
	fmt.Println("problem  " + what)
	fmt.Println("This export does NOT prove an intact record.")
	os.Exit(1)
}

// cosigner verifies C2SP tlog-cosignature v1, which golang.org/x/mod does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(head), msg...), sig[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		fail("no key of a witness: " + vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err, "key of a witness")
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	must(err, "key of a witness")
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if len(key) != 33 || key[0] != 4 || binary.BigEndian.Uint32(sum[:]) != uint32(hash) {
		fail("no key of a witness: " + vkey)
	}
	return cosigner{parts[0], uint32(hash), key[1:]}
}

type policy struct {
	logs    []note.Verifier
	all     []note.Verifier
	name    map[string]string // name in the policy by name of the key
	group   map[string][]string
	need    map[string]int
	quorum  string
	witness int
}

func readPolicy(file string) policy {
	text, err := os.ReadFile(file)
	must(err, "policy")
	p := policy{name: map[string]string{}, group: map[string][]string{}, need: map[string]int{}}
	for _, line := range strings.Split(string(text), "\n") {
		w := strings.Fields(line)
		switch {
		case len(w) == 0 || strings.HasPrefix(w[0], "#"):
		case w[0] == "log":
			log, err := note.NewVerifier(w[1])
			must(err, "key of the record")
			p.logs, p.all = append(p.logs, log), append(p.all, log)
		case w[0] == "witness":
			c := newCosigner(w[2])
			p.all, p.name[c.name] = append(p.all, c), w[1]
			p.witness++
		case w[0] == "group":
			k, known := map[string]int{"any": 1, "all": len(w) - 3}[w[2]]
			if !known {
				k, err = strconv.Atoi(w[2])
				must(err, "policy")
			}
			p.group[w[1]], p.need[w[1]] = w[3:], k
		case w[0] == "compromised": // time stamps are read by the other program only: here such a key proves nothing
			p.distrust(w[1])
		case w[0] == "quorum":
			p.quorum = w[1]
		}
	}
	if len(p.logs) == 0 || p.quorum == "" {
		fail("the policy names no record or no quorum")
	}
	return p
}

func (p *policy) distrust(vkey string) {
	key, err := note.NewVerifier(vkey)
	must(err, "compromised key")
	for _, list := range []*[]note.Verifier{&p.logs, &p.all} {
		var rest []note.Verifier
		for _, v := range *list {
			if v.Name() != key.Name() || v.KeyHash() != key.KeyHash() {
				rest = append(rest, v)
			}
		}
		*list = rest
	}
}

func (p policy) reached(name string, seen map[string]bool) bool {
	if p.group[name] == nil {
		return name == "none" || seen[name]
	}
	n := 0
	for _, member := range p.group[name] {
		if p.reached(member, seen) {
			n++
		}
	}
	return n >= p.need[name]
}

// isLog tells a signature of the record, which has two keys while they are exchanged, from one of a witness.
func (p policy) isLog(s note.Signature) bool {
	for _, log := range p.logs {
		if s.Name == log.Name() && s.Hash == log.KeyHash() {
			return true
		}
	}
	return false
}

// open returns the tree of a signed note of the record, and which witnesses have cosigned it. An earlier checkpoint may be
// signed by keys that the policy does not name any more: it still has to be a beginning of the record.
func (p policy) open(file string, earlier bool) (tlog.Tree, map[string]bool) {
	text, err := os.ReadFile(file)
	must(err, file)
	n, err := note.Open(text, note.VerifierList(p.all...))
	var other *note.UnverifiedNoteError
	if earlier && errors.As(err, &other) {
		n = other.Note
		n.Sigs = nil
	} else {
		must(err, file)
		earlier = false
	}
	lines, seen, signed := strings.Split(n.Text, "\n"), map[string]bool{}, earlier && strings.HasPrefix(n.Text, p.logs[0].Name()+"\n")
	for _, s := range n.Sigs {
		if !p.isLog(s) {
			seen[p.name[s.Name]] = true
		} else if s.Name == lines[0] {
			signed = true
		}
	}
	if !signed || len(lines) < 4 {
		fail(file + " is not signed by the record")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, file)
	root, err := tlog.ParseHash(lines[2])
	must(err, file)
	return tlog.Tree{N: size, Hash: root}, seen
}

// name of a tile as C2SP tlog-tiles has it; golang.org/x/mod puts the height in front of the level.
func name(level string, index int64, width int) string {
	path := (tlog.Tile{H: 8, L: 0, N: index, W: width}).Path()
	return "tile/" + level + strings.TrimPrefix(path, "tile/8/0")
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
func (s *seals) check(n int64, body []byte) {
	var entry struct {
		Kind           string
		Persons, Texts map[string]string
		Facts          struct{ Fields json.RawMessage }
	}
	must(json.Unmarshal(body, &entry), fmt.Sprintf("entry %d", n))
	for _, commitments := range []map[string]string{entry.Persons, entry.Texts} {
		for place, hash := range commitments {
			at := strconv.FormatInt(n, 10) + place
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
	if entry.Kind != "erased" {
		return
	}
	var fields []string
	must(json.Unmarshal(entry.Facts.Fields, &fields), fmt.Sprintf("entry %d", n))
	for _, at := range fields {
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
				sealed.check(n, body)
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
	fmt.Printf("ok       %d checkpoints are beginnings of this record\n", len(earlier))
	fmt.Printf("ok       %d of %d witnesses have cosigned it\n", len(seen), p.witness)
	fmt.Println("The record is intact.")
}
