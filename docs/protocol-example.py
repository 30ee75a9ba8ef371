"""Follows docs/protocol-example.json with nothing but docs/protocol.md and the Python package `cryptography` (48 or later).

Run: python3 docs/protocol-example.py. It fails at the first value that does not follow from the document.
"""

import base64
import hashlib
import hmac
import json
import pathlib

from cryptography.hazmat.primitives.asymmetric import ed25519, mldsa, mlkem, x25519
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

example = json.loads(pathlib.Path(__file__).with_suffix(".json").read_text())
exchange, keys, probe = example["exchange"], example["keys"], example["probe"]
LABEL = b"COMPSIG-MLDSA65-Ed25519-SHA512"
SUITE = b"HPKE" + bytes.fromhex("647a0001ffff")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def h(data):
    return hashlib.sha256(data).digest()


def transcript(*parts):
    return h(b"".join(h(part) for part in parts))


def pae(kind, body):
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(body), body)


def verify(public_key, message, signature):
    assert len(public_key) == 1984 and len(signature) == 3373
    representative = b"CompositeAlgorithmSignatures2025" + LABEL + b"\0" + hashlib.sha512(message).digest()
    mldsa.MLDSA65PublicKey.from_public_bytes(public_key[:1952]).verify(signature[:3309], representative, LABEL)
    ed25519.Ed25519PublicKey.from_public_bytes(public_key[1952:]).verify(signature[3309:], representative)


def decapsulate(seed, encapsulation, public_key):
    expanded = hashlib.shake_256(seed).digest(96)
    ml_kem = mlkem.MLKEM768PrivateKey.from_seed_bytes(expanded[:64])
    x = x25519.X25519PrivateKey.from_private_bytes(expanded[64:])
    x_public = x.public_key().public_bytes_raw()
    assert ml_kem.public_key().public_bytes_raw() + x_public == public_key
    ml_kem_part, x_part = encapsulation[:1088], encapsulation[1088:]
    x_secret = x.exchange(x25519.X25519PublicKey.from_public_bytes(x_part))
    return hashlib.sha3_256(ml_kem.decapsulate(ml_kem_part) + x_secret + x_part + x_public + b"\\.//^\\").digest()


def mac(key, message):
    return hmac.new(key, message, "sha256").digest()


def labeled_extract(salt, label, material):
    return mac(salt or bytes(32), b"HPKE-v1" + SUITE + label + material)


def labeled_expand(key, label, info, length):
    info = length.to_bytes(2, "big") + b"HPKE-v1" + SUITE + label + info
    output, block, count = b"", b"", 1
    while len(output) < length:
        block = mac(key, block + info + bytes([count]))
        output, count = output + block, count + 1
    return output[:length]


def exporter(shared_secret, info, psk=b"", psk_id=b""):
    mode = b"\1" if psk else b"\0"
    context = mode + labeled_extract(b"", b"psk_id_hash", psk_id) + labeled_extract(b"", b"info_hash", info)
    secret = labeled_expand(labeled_extract(shared_secret, b"secret", psk), b"exp", context, 32)
    return lambda label, bound_to, length=32: labeled_expand(secret, b"sec", label.encode() + b"\0" + bound_to, length)


def open_probe(message, key, direction, about):
    sent = json.loads(message)
    lines = [sent["payloadType"], example["registration"], sent["keyId"], direction, about, ""]
    iv = bytes(4) + sent["counter"].to_bytes(8, "big")
    return json.loads(AESGCM(key).decrypt(iv, decode(sent["sealed"]), "\n".join(lines).encode()))["nonce"]


provider = decode(example["provider"]["signature"]["publicKey"])
consumer = decode(example["consumer"]["signature"]["publicKey"])
assert encode(h(provider)) == example["provider"]["thumbprint"]
assert encode(h(consumer)) == example["consumer"]["thumbprint"]
for text, key in (
    (example["description"], provider),
    (example["claim"], consumer),
    (example["claimAnswer"], provider),
    (exchange["m1"]["message"], consumer),
):
    message = json.loads(text)
    verify(key, pae(message["payloadType"], decode(message["payload"])), decode(message["signature"]))

e1, e2, e3, e4 = (exchange[f"m{number}"]["message"].encode() for number in (1, 2, 3, 4))
m1, m2, m3, m4 = (json.loads(message) for message in (e1, e2, e3, e4))
opening, p2, s2 = json.loads(decode(m1["payload"])), decode(m2["payload"]), decode(m2["signature"])
assert decode(opening["tokenHash"]) == h(example["accessToken"].encode())
verify(provider, pae(m2["payloadType"], transcript(e1, p2)), s2)

shared = decapsulate(
    decode(exchange["ephemeralXWingSeed"]),
    decode(json.loads(p2)["encapsulation"]),
    decode(opening["ephemeralKey"]),
)
export = exporter(shared, b"SX-1 key exchange\0" + h(e1))
whole = transcript(e1, e2, e3)
assert export("SX-1 finished-p", transcript(e1, p2, s2)) == decode(m2["finished"])
assert export("SX-1 finished-c", transcript(e1, e2)) == decode(m3["finished"])
assert export("SX-1 finished-ack", whole) == decode(m4["finished"])
assert encode(export("SX-1 key-id", whole, 16)) == keys["keyId"]
to_provider, to_consumer = export("SX-1 consumer-to-provider", whole), export("SX-1 provider-to-consumer", whole)
assert encode(to_provider) == keys["consumerToProvider"]
assert encode(to_consumer) == keys["providerToConsumer"]
assert encode(export("SX-1 resumption", whole)) == keys["resumption"]

request, answer = probe["request"], probe["answer"]
assert open_probe(request, to_provider, "consumer-to-provider", "") == probe["nonce"]
assert open_probe(answer, to_consumer, "provider-to-consumer", encode(h(request.encode()))) == probe["nonce"]
rotation = example["rotation"]
e1, e2, e3, e4 = (rotation[f"m{number}"]["message"].encode() for number in (1, 2, 3, 4))
m1, m2, m3, m4 = (json.loads(message) for message in (e1, e2, e3, e4))
opening, p2, s2 = json.loads(decode(m1["payload"])), decode(m2["payload"]), decode(m2["signature"])
verify(consumer, pae(m1["payloadType"], decode(m1["payload"])), decode(m1["signature"]))
verify(provider, pae(m2["payloadType"], transcript(e1, p2)), s2)
assert opening["replaces"] == keys["keyId"] and opening["mode"] == "psk"
replaced = opening["replaces"].encode()
psk = mac(mac(bytes(32), to_provider + to_consumer), b"SX-1 rotation psk\0" + replaced + b"\1")
assert encode(psk) == rotation["psk"]
shared = decapsulate(
    decode(rotation["ephemeralXWingSeed"]),
    decode(json.loads(p2)["encapsulation"]),
    decode(opening["ephemeralKey"]),
)
export = exporter(shared, b"SX-1 key rotation mode_psk\0" + h(e1), psk, replaced)
both = transcript(e1, e2)
assert export("SX-1 finished-p", transcript(e1, p2, s2)) == decode(m2["finished"])
assert export("SX-1 finished-c", both) == decode(m3["finished"])
assert export("SX-1 finished-ack", both) == decode(m4["finished"])
assert encode(export("SX-1 key-id", both, 16)) == rotation["keys"]["keyId"]
assert encode(export("SX-1 consumer-to-provider", both)) == rotation["keys"]["consumerToProvider"]
assert encode(export("SX-1 provider-to-consumer", both)) == rotation["keys"]["providerToConsumer"]


def open_beat(message, key, kind, direction, about):
    beat = json.loads(message)
    assert beat["payloadType"] == f"application/vnd.service-exchange.v2.{kind}+json" and beat["keyId"] == keys["keyId"]
    sealed, key = decode(beat["sealed"]), mac(key, b"SX-1 heartbeat\1")
    block = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    doubled = int.from_bytes(block.update(bytes(16)), "big") << 1
    mask = (doubled ^ 0x87 if doubled >> 128 else doubled) & (1 << 128) - 1
    halves = [int.from_bytes(bytes([0, part, 0x58, 0]) + sealed[:12], "big") ^ mask for part in (1, 2)]
    derived = b"".join(block.update(half.to_bytes(16, "big")) for half in halves)
    lines = (beat["payloadType"], example["registration"], keys["keyId"], direction, about, "")
    return AESGCM(derived).decrypt(sealed[12:24], sealed[24:], "\n".join(lines).encode()).decode()


up, down = "consumer-to-provider", "provider-to-consumer"
beats = example["heartbeat"]
for name, key, kind, direction, about in (
    ("request", to_provider, "heartbeat", up, None),
    ("answer", to_consumer, "heartbeat-answer", down, "request"),
    ("question", to_consumer, "identity", down, None),
    ("identity", to_provider, "identity-answer", up, "question"),
):
    hashed = encode(h(beats[about]["message"].encode())) if about else ""
    assert open_beat(beats[name]["message"], key, kind, direction, hashed) == beats[name]["content"]
question, answer = example["state"]["question"], example["state"]["answer"]
asked, said = (json.loads(decode(json.loads(message)["payload"])) for message in (question, answer))
for text, key, inner in ((question, consumer, asked), (answer, provider, said)):
    message = json.loads(text)
    verify(key, pae(message["payloadType"], decode(message["payload"])), decode(message["signature"]))
    assert decode(inner["signatureKey"]) == key
assert asked["answerer"] == encode(h(provider)) == said["provider"] and said["consumer"] == encode(h(consumer))
assert said["nonce"] == asked["nonce"] and said["keyId"] == keys["keyId"]
print("The example follows from the document.")
