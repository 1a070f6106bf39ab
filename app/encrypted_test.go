package app

import (
	"os"
	"path/filepath"
	"testing"

	"mutatis/app/resolution"
	"mutatis/storage"
)

// An encrypted copy is restored and merged like any other once its passphrase is given, and nothing of it stays in the open.
func TestEncryptedCopies(t *testing.T) {
	now := morning
	folder := t.TempDir()
	a := openAt(t, filepath.Join(folder, "a.mutatis"), &now)
	add(t, a, draft("A/RES/78/911", 78, resolution.Adopted, "Recalling its earlier work,", "1. Decides to meet."))
	copied := filepath.Join(t.TempDir(), "mailed.mutatis.age")
	must(t, a.SaveCopy(copied, storage.CopyOptions{Passphrase: "pomme пароль 密码"}))
	must(t, a.Close())

	b := openAt(t, filepath.Join(folder, "b.mutatis"), &now)
	defer func() { b.Close() }()
	b.Hooks.PickLibrary = func(_ string, then func(string)) { then(copied) }
	b.Hooks.Confirm = func(_ string, yes func()) { yes() }
	secret := "another"
	b.Hooks.EnterSecret = func(_ string, then func(string)) { then(secret) }
	failed := 0
	b.Hooks.Failed = func(error) { failed++ }
	b.Do("file.merge")
	if failed != 1 || len(b.Texts()) != 0 {
		t.Errorf("%d failures, %d texts with the wrong passphrase", failed, len(b.Texts()))
	}
	secret = "pomme пароль 密码"
	b.Do("file.merge")
	if len(b.Texts()) != 1 {
		t.Fatalf("%d texts after the merge", len(b.Texts()))
	}
	must(t, b.Remove(b.Texts()[0].ID))
	b.Do("file.restore")
	if failed != 1 || len(b.Texts()) != 1 {
		t.Errorf("%d failures, %d texts after restoring", failed, len(b.Texts()))
	}

	lost := filepath.Join(folder, "lost.mutatis")
	must(t, os.WriteFile(lost, []byte("no library at all"), 0o600))
	kept, err := RestoreEncrypted(lost, copied, secret)
	must(t, err)
	if words, err := os.ReadFile(kept); err != nil || string(words) != "no library at all" {
		t.Error("what stood there is not kept", err)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".opened-*")); len(left) > 0 {
		t.Error("left in the open:", left)
	}
}
