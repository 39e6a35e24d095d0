package io.liangze.shared;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Seals numbers of persons (手机号, 身份证号) before they reach the database, and makes the index by which they are found.
 * A sealed text is: the key's number (1 byte), a random nonce (12), SM4-GCM of the UTF-8 text, its tag (16).
 * A new key {@code seal-002} seals from the next start on; older ones still open.
 */
@Component
public class Vault {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final Map<Integer, byte[]> sealingKeys = new TreeMap<>();
    private final int current;
    private final KeyParameter indexKey;
    private final ConcurrentLinkedQueue<Tools> idle = new ConcurrentLinkedQueue<>();

    Vault(Keys keys) {
        keys.secret("seal-001", 16);
        for (var name : keys.names("seal-"))
            sealingKeys.put(Integer.parseInt(name.substring(5)), keys.secret(name, 16));
        current = sealingKeys.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        if (current > 255) throw new IllegalStateException("a key's number is one byte: seal-001 to seal-255");
        indexKey = new KeyParameter(keys.secret("index", 32));
    }

    /** The text, to be kept; each time different. */
    public byte[] seal(String text) {
        var tools = take();
        try {
            return tools.seal(text.getBytes(StandardCharsets.UTF_8));
        } finally {
            idle.add(tools);
        }
    }

    /**
     * What {@link #seal} was given.
     *
     * @throws IllegalArgumentException if it was not sealed with one of our keys, or has been changed
     */
    public String open(byte[] sealed) {
        var tools = take();
        try {
            return new String(tools.open(sealed), StandardCharsets.UTF_8);
        } finally {
            idle.add(tools);
        }
    }

    /** The keyed digest (HMAC-SM3, 32 bytes) by which an equal text is found; says nothing without the key. */
    public byte[] index(String text) {
        var tools = take();
        try {
            return tools.index(text.getBytes(StandardCharsets.UTF_8));
        } finally {
            idle.add(tools);
        }
    }

    private Tools take() {
        return Objects.requireNonNullElseGet(idle.poll(), Tools::new);
    }

    /** Made once and used again, by one caller at a time: the tables of a key cost more than a seal. */
    private final class Tools {

        private final SecureRandom random = new SecureRandom();
        private final byte[] nonces = new byte[NONCE * 256];
        private int nextNonce = nonces.length;
        private final Map<Integer, GCMModeCipher> ciphers = new TreeMap<>();
        private final HMac mac = new HMac(new SM3Digest());

        Tools() {
            mac.init(indexKey);
        }

        byte[] seal(byte[] plain) {
            if (nextNonce == nonces.length) {
                random.nextBytes(nonces);
                nextNonce = 0;
            }
            var sealed = new byte[1 + NONCE + plain.length + TAG];
            sealed[0] = (byte) current;
            System.arraycopy(nonces, nextNonce, sealed, 1, NONCE);
            nextNonce += NONCE;
            var cipher = cipher(true, sealed);
            int n = cipher.processBytes(plain, 0, plain.length, sealed, 1 + NONCE);
            finish(cipher, sealed, 1 + NONCE + n);
            return sealed;
        }

        byte[] open(byte[] sealed) {
            if (sealed.length < 1 + NONCE + TAG || !sealingKeys.containsKey(sealed[0] & 0xff))
                throw new IllegalArgumentException("not sealed here");
            var cipher = cipher(false, sealed);
            var plain = new byte[sealed.length - 1 - NONCE - TAG];
            int n = cipher.processBytes(sealed, 1 + NONCE, sealed.length - 1 - NONCE, plain, 0);
            finish(cipher, plain, n);
            return plain;
        }

        byte[] index(byte[] text) {
            var digest = new byte[Sm3.LENGTH];
            mac.update(text, 0, text.length);
            mac.doFinal(digest, 0);
            return digest;
        }

        /** The cipher of the key that {@code sealed} names, set to its nonce; the number of the key is sealed too. */
        private GCMModeCipher cipher(boolean sealing, byte[] sealed) {
            int number = sealed[0] & 0xff;
            var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            var cipher = ciphers.get(number * (sealing ? 1 : -1));
            KeyParameter key = null;
            if (cipher == null) {
                cipher = GCMBlockCipher.newInstance(new SM4Engine());
                ciphers.put(number * (sealing ? 1 : -1), cipher);
                key = new KeyParameter(Objects.requireNonNull(sealingKeys.get(number)));
            }
            cipher.init(sealing, new AEADParameters(key, TAG * 8, nonce, new byte[] {sealed[0]}));
            return cipher;
        }

        private static void finish(GCMModeCipher cipher, byte[] out, int at) {
            try {
                cipher.doFinal(out, at);
            } catch (InvalidCipherTextException e) {
                throw new IllegalArgumentException("not sealed here, or changed since", e);
            }
        }
    }
}
