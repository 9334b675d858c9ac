package main

// Whose signatures a policy (C2SP tlog-policy) asks for, and whether a checkpoint bears them.

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

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
	key := decoded(parts[2], "key of a witness")
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	must(err, "key of a witness")
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if len(key) != 33 || key[0] != 4 || binary.BigEndian.Uint32(sum[:]) != uint32(hash) {
		fail("no key of a witness: " + vkey)
	}
	return cosigner{parts[0], uint32(hash), key[1:]}
}

// id tells keys apart: two may have one name.
func id(name string, hash uint32) string {
	return fmt.Sprintf("%s+%08x", name, hash)
}

type group struct {
	name    string
	need    int
	members []string
}

type policy struct {
	logs    []note.Verifier
	all     []note.Verifier
	keys    []string          // as the policy writes them
	raw     map[string]bool   // keys without their names: one cannot count twice
	witness map[string]string // name in the policy by id of the key
	named   map[string]bool   // witnesses and groups
	joined  map[string]bool   // members of groups
	groups  []group
	quorum  string
}

// readPolicy reads line by line; each may name only what stands above it, so no group can contain itself.
func readPolicy(file string) policy {
	text, err := os.ReadFile(file)
	must(err, "policy")
	p := policy{raw: map[string]bool{}, witness: map[string]string{}, named: map[string]bool{}, joined: map[string]bool{}}
	for _, line := range strings.Split(string(text), "\n") {
		w := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' })
		switch {
		case len(w) == 0 || strings.HasPrefix(w[0], "#"):
		case w[0] == "log" && (len(w) == 2 || len(w) == 3):
			log, err := note.NewVerifier(w[1])
			must(err, "key of the record")
			p.logs = append(p.logs, log)
			p.add(log, w[1])
		case w[0] == "witness" && (len(w) == 3 || len(w) == 4):
			c := newCosigner(w[2])
			p.add(c, w[2])
			p.name(w[1])
			p.witness[id(c.name, c.hash)] = w[1]
		case w[0] == "group" && len(w) > 3:
			p.group(w[1], w[2], w[3:])
		case w[0] == "tsa" && len(w) == 3: // time stamps are read by the other program only
		case w[0] == "compromised" && len(w) == 4: // so here such a key proves nothing
			p.distrust(w[1])
		case w[0] == "quorum" && len(w) == 2 && p.quorum == "" && (w[1] == "none" || p.named[w[1]]):
			p.quorum = w[1]
		default:
			fail("a line of the policy that cannot be read: " + line)
		}
	}
	if len(p.logs) == 0 || p.quorum == "" {
		fail("the policy names no record or no quorum")
	}
	return p
}

func (p *policy) add(v note.Verifier, vkey string) {
	key := vkey[strings.LastIndex(vkey, "+")+1:]
	if p.raw[key] {
		fail("the policy names one key twice: " + vkey)
	}
	p.raw[key] = true
	p.all, p.keys = append(p.all, v), append(p.keys, vkey)
}

func (p *policy) name(name string) {
	if name == "none" || p.named[name] {
		fail("the policy uses one name twice: " + name)
	}
	p.named[name] = true
}

func (p *policy) group(name, threshold string, members []string) {
	need, known := map[string]int{"any": 1, "all": len(members)}[threshold]
	if !known {
		need = int(number(threshold, "policy"))
	}
	for _, member := range members {
		if !p.named[member] || p.joined[member] {
			fail("the policy knows no " + member + " above a group, or it is a member twice")
		}
		p.joined[member] = true
	}
	if need < 1 || need > len(members) {
		fail("group " + name + " asks for " + threshold)
	}
	p.name(name)
	p.groups = append(p.groups, group{name, need, members})
}

func (p *policy) distrust(vkey string) {
	key, err := note.NewVerifier(vkey)
	must(err, "compromised key")
	if _, known := note.VerifierList(p.logs...).Verifier(key.Name(), key.KeyHash()); known != nil {
		fail("the policy knows no log with the compromised key above this line: " + vkey)
	}
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

// reached tells whether these witnesses are enough.
func (p policy) reached(seen map[string]bool) bool {
	agreed := map[string]bool{"none": true}
	for name := range seen {
		agreed[name] = true
	}
	for _, g := range p.groups {
		n := 0
		for _, member := range g.members {
			if agreed[member] {
				n++
			}
		}
		agreed[g.name] = n >= g.need
	}
	return agreed[p.quorum]
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

// newest returns the tree of the signed note of the record, its origin, and which witnesses have cosigned it.
func (p policy) newest(file string) (tlog.Tree, string, map[string]bool) {
	text, err := os.ReadFile(file)
	must(err, "file")
	n, err := note.Open(text, note.VerifierList(p.all...))
	must(err, file)
	tree, origin := treeOf(file, n.Text)
	return tree, origin, p.signed(file, origin, n.Sigs)
}

// earlier returns the same of a checkpoint of before. It may be signed by keys that the policy does not name any more: it still has to be a
// beginning of the record.
func (p policy) earlier(file string) (tlog.Tree, string, bool) {
	text, err := os.ReadFile(file)
	must(err, "file")
	n, err := note.Open(text, note.VerifierList(p.all...))
	var other *note.UnverifiedNoteError
	if errors.As(err, &other) {
		tree, origin := treeOf(file, other.Note.Text)
		return tree, origin, false
	}
	must(err, file)
	tree, origin := treeOf(file, n.Text)
	p.signed(file, origin, n.Sigs)
	return tree, origin, true
}

func (p policy) signed(file, origin string, signatures []note.Signature) map[string]bool {
	seen, signed := map[string]bool{}, false
	for _, s := range signatures {
		if !p.isLog(s) {
			seen[p.witness[id(s.Name, s.Hash)]] = true
		} else if s.Name == origin {
			signed = true
		}
	}
	if !signed {
		fail(file + " is not signed by the record")
	}
	return seen
}

// treeOf reads origin, size and root; more lines may follow, of which none is empty.
func treeOf(file, text string) (tlog.Tree, string) {
	w := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for _, line := range w {
		if line == "" {
			fail(file + " is no checkpoint")
		}
	}
	if len(w) < 3 {
		fail(file + " is no checkpoint")
	}
	return tlog.Tree{N: number(w[1], file), Hash: hash(w[2], file)}, w[0]
}
