package io.tidemark.spark.staleness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFolderTest {
    @TempDir
    private java.nio.file.Path folder;

    private FileSystem files;
    private Path archive;

    @BeforeEach
    void aFolder() throws IOException {
        files = FileSystem.getLocal(new Configuration());
        archive = new Path(folder.resolve("kept/2024-01.zip").toString());
        Files.createDirectories(folder.resolve("models/logistic"));
        Files.write(folder.resolve("models/logistic/data"), new byte[] {0, -1, 7});
        Files.writeString(folder.resolve("models/trained_on"), "what", StandardCharsets.UTF_8);
    }

    @Test
    void whatIsPackedIsThereAgain() throws IOException {
        PackedFolder.pack(folder.resolve("models"), "trained_on", files, archive);

        java.nio.file.Path to = Files.createDirectory(folder.resolve("again"));
        PackedFolder.unpack(files, archive, to);
        assertEquals(-1, Files.mismatch(folder.resolve("models/logistic/data"), to.resolve("logistic/data")));
        assertEquals("what", PackedFolder.first(files, archive, "trained_on"));
        assertEquals("", PackedFolder.first(files, archive, "logistic/data"));
    }

    @Test
    void anArchiveTakesThePlaceOfAnEarlierOneAndLeavesNothingBeside() throws IOException {
        PackedFolder.pack(folder.resolve("models"), "trained_on", files, archive);
        Files.writeString(folder.resolve("models/trained_on"), "else", StandardCharsets.UTF_8);
        PackedFolder.pack(folder.resolve("models"), "trained_on", files, archive);

        assertEquals("else", PackedFolder.first(files, archive, "trained_on"));
        assertEquals(1, files.listStatus(archive.getParent()).length);
    }

    @Test
    void whereThereIsNoArchiveNothingIsSaid() throws IOException {
        assertEquals("", PackedFolder.first(files, archive, "trained_on"));
    }

    @Test
    void aMemberThatPointsOutOfTheFolderIsRefused() throws IOException {
        java.nio.file.Path bad = folder.resolve("bad.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bad))) {
            zip.putNextEntry(new ZipEntry("../escaped"));
        }
        java.nio.file.Path to = Files.createDirectory(folder.resolve("to"));

        IOException refused =
                assertThrows(IOException.class, () -> PackedFolder.unpack(files, new Path(bad.toString()), to));
        assertTrue(refused.getMessage().contains("../escaped"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("escaped")));
    }
}
