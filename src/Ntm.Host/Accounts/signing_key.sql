select k.id, k.private_key from ntm.signing_key k where k.retired_at is null
