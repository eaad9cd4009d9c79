package io.tidemark.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoTreesTest {
    private static String said(String reason) {
        return new UserMistake(Problems.noTrees(reason)).getMessage();
    }

    @Test
    void whereOpenMpIsLackingItIsSaidWhatToInstall() {
        String said = said("libgomp.so.1: cannot open shared object file");
        assertTrue(said.contains("libgomp.so.1: cannot open shared object file."), said);
        assertTrue(said.contains("install libgomp1; or ask for --together logistic."), said);
    }

    @Test
    void elsewhereNothingIsToBeInstalled() {
        String said = said("failed to map segment from shared object");
        assertTrue(said.contains("java.io.tmpdir"), said);
        assertFalse(said.contains("libgomp"), said);
    }
}
