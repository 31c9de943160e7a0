package jp.meguri.goals.sheet;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A sheet as a file.
 */
record ExportedFile(String name, MediaType mediaType, byte[] bytes) {

	ResponseEntity<byte[]> toResponse() {
		var disposition = ContentDisposition.attachment().filename(this.name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.contentType(this.mediaType)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(this.bytes);
	}

}
