import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Those run inside VS Code: npm run test:vscode.
    exclude: ['tests/vscode/**', '**/node_modules/**'],
    testTimeout: 20_000,
  },
});
