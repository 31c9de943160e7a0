package jp.meguri.web.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;

/**
 * Reads UTF-8 only. The parser would guess UTF-16 and UTF-32 from the first bytes, which
 * RFC 8259 does not allow between systems.
 */
public final class Utf8JsonDecoder extends JacksonJsonDecoder {

	private static final int FIRST = 4;

	public Utf8JsonDecoder(StrictJson json) {
		super(json.mapper());
	}

	@Override
	public Object decode(DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType,
			@Nullable Map<String, Object> hints) {
		if (isWide(buffer)) {
			throw new DecodingException("Not UTF-8");
		}
		return super.decode(buffer, type, mimeType, hints);
	}

	/** A mark of UTF-16, or a zero byte where the first characters are. */
	private static boolean isWide(DataBuffer buffer) {
		int begin = buffer.readPosition();
		for (int i = 0; i < Math.min(FIRST, buffer.readableByteCount()); i++) {
			byte next = buffer.getByte(begin + i);
			if (next == 0 || next == (byte) 0xFE || next == (byte) 0xFF) {
				return true;
			}
		}
		return false;
	}

}
