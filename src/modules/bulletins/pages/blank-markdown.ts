/** What a bulletin that is written by hand starts from: the elements by their names. */
export const blankMarkdown = `---
发文机关: 
文号: 
主送: 
署名: 
日期: 
---
# 关于……的通报

正文。

## 总体情况

## 下一步工作
`;
