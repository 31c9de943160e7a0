package jp.meguri.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts what must come back unread and unchanged (AES-256-GCM), and signs what must
 * only be recognised (HMAC-SHA-256). What was sealed for one place opens in no other. One
 * key seals; while keys are exchanged others still open.
 */
@Component
public final class Seal {

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	/** The first seals and signs, all open and recognise. */
	private final List<byte[]> keys;

	Seal(SessionProperties settings) {
		this.keys = Stream
			.concat(Stream.of(keyOf("key", settings.key())),
					settings.otherKeys().stream().map((key) -> keyOf("other-keys", key)))
			.toList();
	}

	/** Encrypts a text for one place, e.g. the row of one session. */
	public byte[] seal(String place, String text) {
		try {
			var nonce = new byte[NONCE];
			this.random.nextBytes(nonce);
			var sealed = cipher(Cipher.ENCRYPT_MODE, this.keys.get(0), nonce, place)
				.doFinal(text.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not available", ex);
		}
	}

	/** The text; empty if it was changed, is of another place or of another key. */
	public Optional<String> open(String place, byte[] sealed) {
		return this.keys.stream().map((key) -> open(key, place, sealed)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> open(byte[] key, String place, byte[] sealed) {
		if (sealed.length <= NONCE) {
			return Optional.empty();
		}
		try {
			var nonce = ByteBuffer.wrap(sealed, 0, NONCE);
			var bytes = new byte[NONCE];
			nonce.get(bytes);
			var text = cipher(Cipher.DECRYPT_MODE, key, bytes, place).doFinal(sealed, NONCE, sealed.length - NONCE);
			return Optional.of(new String(text, StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			return Optional.empty();
		}
	}

	/** A value only this gateway could have made. */
	public String sign(String purpose, String value) {
		return signed(this.keys.get(0), purpose, value);
	}

	/** Whether a gateway with one of our keys made this signature. */
	public boolean isSignature(String given, String purpose, String value) {
		return this.keys.stream()
			.map((key) -> signed(key, purpose, value))
			.anyMatch((own) -> MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8),
					given.getBytes(StandardCharsets.UTF_8)));
	}

	private static String signed(byte[] key, String purpose, String value) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, purpose + ' ' + value));
	}

	private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
		var cipher = Cipher.getInstance("AES/GCM/NoPadding");
		var sealing = new SecretKeySpec(hmac(key, "seal"), "AES");
		cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA-256 is not available", ex);
		}
	}

	private static byte[] keyOf(String name, String text) {
		try {
			var key = Base64.getDecoder().decode(text);
			if (key.length == 32) {
				return key;
			}
		}
		catch (IllegalArgumentException notBase64) {
			// told below, without the value
		}
		throw new IllegalArgumentException("meguri.session." + name + " must be 32 bytes in Base64");
	}

}
