"""The assets, one module a step: landed → articles → mentions and dates → claims → warehouse."""
