package jp.meguri.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file to take along.
 *
 * @param name the file's name, with its ending
 * @param mediaType as in the header {@code Content-Type}
 * @param bytes the whole file
 */
public record Download(String name, String mediaType, byte[] bytes) {

	public ResponseEntity<byte[]> toResponse() {
		var disposition = ContentDisposition.attachment().filename(this.name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(this.mediaType))
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(this.bytes);
	}

}
